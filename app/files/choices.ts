import { words } from "../base/index.ts";

/** What the work of a file is about, in the words of the cover page; translated when shown. */
export const fileCategories = {
  policy: words("Policy"),
  establishment: words("Establishment"),
  budget: words("Budget and accounts"),
  "land-revenue": words("Land and revenue"),
  works: words("Works and tenders"),
  scheme: words("Schemes"),
  legal: words("Court and legal"),
  assembly: words("Assembly"),
  complaint: words("Complaints and grievances"),
  information: words("Right to information"),
  other: words("Other"),
} as const;

export type FileCategory = keyof typeof fileCategories;

export const fileCategoryNames = Object.keys(fileCategories) as readonly FileCategory[];

/** How long a closed file is kept: A for ever with a copy, B for ever, C for a stated period. */
export const recordCategories = ["A", "B", "C"] as const;

export const headLevels = ["basic", "primary", "secondary", "tertiary"] as const;
export type HeadLevel = (typeof headLevels)[number];
