import type { PageHead } from "../../ui/index.ts";

/** The head of a page that holds one form or one sheet. */
export function reading(title: string): PageHead {
  return { title, width: "reading" };
}
