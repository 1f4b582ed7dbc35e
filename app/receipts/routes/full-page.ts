import type { PageHead } from "../../ui/index.ts";

/** The head of a page that fills the window: the letter beside its entries. */
export function fullPage(title: string): PageHead {
  return { title, width: "full" };
}
