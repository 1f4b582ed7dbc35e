import type { Readable } from "node:stream";
import { h, type ComponentChildren, type VNode } from "preact";

/** What a handler answers. The browser gets the page, a program gets the same properties as JSON. */
export type Answer = View | Done | Fragment | Download | Bare;

export interface View {
  readonly kind: "view";
  readonly head: PageHead;
  readonly body: () => ComponentChildren;
  readonly properties: object;
}

/** The title, alone or with what else the frame of the page takes (breadcrumb, width). */
export type PageHead = string | { readonly title: string };

export interface Done {
  readonly kind: "done";
  /** Where the browser goes next (303). */
  readonly to: string;
  /** What a program is told. */
  readonly properties: object;
  /** A sentence for the next page, already in the reader's language. */
  readonly flash?: string;
  readonly warning?: string;
  readonly status: 200 | 201;
}

/** A piece of a page for the script that asked for it. */
export interface Fragment {
  readonly kind: "fragment";
  readonly body: () => ComponentChildren;
  readonly properties: object;
}

export interface Download {
  readonly kind: "download";
  readonly mediaType: string;
  readonly name: string;
  readonly inline: boolean;
  readonly bytes: number;
  readonly open: (range?: { start: number; end: number }) => Readable;
  readonly etag?: string;
  /** Made for this reader at this moment: not kept by the browser, not served in parts. */
  readonly confidential?: boolean;
}

/** A status and headers, for protocols that say everything there. */
export interface Bare {
  readonly kind: "bare";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export function bare(status: number, headers: Readonly<Record<string, string>>): Bare {
  return { kind: "bare", status, headers };
}

/** A page and its properties: one presenter serves both representations. */
export function view<Properties extends object>(
  head: PageHead,
  page: (properties: Properties) => VNode,
  properties: Properties,
): View {
  return { kind: "view", head, body: () => h(page, properties), properties };
}

export function fragment<Properties extends object>(
  part: (properties: Properties) => VNode,
  properties: Properties,
): Fragment {
  return { kind: "fragment", body: () => h(part, properties), properties };
}

/** A write that succeeded: the browser is sent on, a program is told what came of it. */
export function done(
  to: string,
  properties: object,
  said: { readonly flash?: string; readonly warning?: string; readonly status?: 200 | 201 } = {},
): Done {
  return { kind: "done", to, properties, status: 200, ...said };
}
