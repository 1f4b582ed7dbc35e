/** How long a closed file is kept: A for ever with a copy, B for ever, C for a stated period. */
export const recordCategories = ["A", "B", "C"] as const;

export const headLevels = ["basic", "primary", "secondary", "tertiary"] as const;
export type HeadLevel = (typeof headLevels)[number];
