import { words } from "../base/index.ts";

/** What a post may do, beyond what lies on its desk. Names are English words, translated when shown. */
export const roles = {
  registry: words("Registry: diarises and dispatches"),
  "dealing-hand": words("Dealing hand: opens files and puts up"),
  "section-officer": words("Section officer: sees the section's work"),
  officer: words("Officer: Under Secretary to Joint Secretary"),
  secretary: words("Secretary: sees the department's work"),
  "draft-approver": words("Approves drafts"),
  signatory: words("Signs letters"),
  "close-approver": words("Approves the closing of files"),
  administrator: words("Administers units, posts and people; reads no content"),
  auditor: words("Reads the record of what was done"),
  records: words("Keeps closed records"),
} as const;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];
