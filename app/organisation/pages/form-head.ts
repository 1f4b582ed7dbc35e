import type { Crumb, PageHead } from "../../ui/index.ts";

/** The head of a page that is a form or is read from top to bottom. */
export function formHead(title: string, breadcrumb?: readonly Crumb[]): PageHead {
  return { title, width: "reading", ...(breadcrumb ? { breadcrumb } : {}) };
}
