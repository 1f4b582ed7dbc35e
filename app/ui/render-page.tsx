import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { inLanguage } from "../base/words.ts";
import { FrameContext } from "./frame.ts";
import type { PageFrame } from "./frame.ts";
import { Layout } from "./layout.tsx";
import type { PageHead } from "./layout.tsx";

/** The whole page as HTML. `head` is the title, or the title with breadcrumb and width. */
export function renderPage(
  frame: PageFrame,
  head: string | PageHead,
  body: ComponentChildren,
): string {
  const page = typeof head === "string" ? { title: head } : head;
  return `<!doctype html>${renderPart(frame, <Layout head={page}>{body}</Layout>)}`;
}

/** A part of a page as HTML, for answers that htmx puts in place. */
export function renderPart(frame: PageFrame, body: ComponentChildren): string {
  return inLanguage(frame.language, () =>
    renderToString(<FrameContext.Provider value={frame}>{body}</FrameContext.Provider>),
  );
}
