import type { Alignment, ReferenceKind } from "./schema.ts";

/** A text that has been checked: what modules store, hash, render and compare. */
export interface WrittenDocument {
  readonly type: "doc";
  readonly content: readonly Block[];
}

export type Block = Paragraph | Heading | List | Table;

export interface Paragraph {
  readonly type: "paragraph";
  readonly attrs?: { readonly align: Alignment };
  readonly content?: readonly Inline[];
}

export interface Heading {
  readonly type: "heading";
  readonly attrs: { readonly level: 2 | 3 };
  readonly content?: readonly Inline[];
}

export type List = BulletList | OrderedList;

export interface BulletList {
  readonly type: "bullet_list";
  readonly content: readonly ListItem[];
}

export interface OrderedList {
  readonly type: "ordered_list";
  /** Where counting begins; absent when it begins at 1. */
  readonly attrs?: { readonly order: number };
  readonly content: readonly ListItem[];
}

export interface ListItem {
  readonly type: "list_item";
  readonly content: readonly (Paragraph | List)[];
}

export interface Table {
  readonly type: "table";
  readonly content: readonly TableRow[];
}

export interface TableRow {
  readonly type: "table_row";
  readonly content: readonly TableCell[];
}

export interface TableCell {
  readonly type: "table_cell" | "table_header";
  readonly content: readonly (Paragraph | List)[];
}

export type Inline = Text | HardBreak | ReferenceNode;

export interface Text {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly Mark[];
}

export interface HardBreak {
  readonly type: "hard_break";
  readonly marks?: readonly Mark[];
}

export interface ReferenceNode {
  readonly type: "reference";
  readonly attrs: Reference;
  readonly marks?: readonly Mark[];
}

export interface Mark {
  readonly type: "strong" | "em" | "underline";
}

/** A pointer from a text to a page of correspondence, a paragraph of the notes, or another file. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The pointed-at thing's own identity; never an address to open as it stands. */
  readonly target: string;
  /** What the writer saw when pointing. */
  readonly label: string;
}
