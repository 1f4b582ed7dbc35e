import { words } from "../../base/index.ts";

/** What the matrix of rights grants to roles. What a holder may do with what lies on his desk is not in it. */
export const permissions = {
  diarise: words("Diarise letters"),
  "enter-unopened": words("Enter a confidential cover unopened"),
  "open-file": words("Open files"),
  "add-heads": words("Add file heads"),
  "approve-draft": words("Approve drafts"),
  "sign-letter": words("Sign letters"),
  dispatch: words("Dispatch letters of the whole office"),
  "approve-closing": words("Approve the closing of files"),
  "read-unit": words("Read the work of one's own unit and all below it"),
  "read-below": words("Read the work of sections below in one's channel"),
} as const;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as readonly Permission[];

/** In the matrix, whoever holds any post at all. */
export const everyPost = "every-post";
