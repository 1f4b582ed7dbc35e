import { Schema } from "prosemirror-model";

/** What the editor can write and the server accepts: one grammar for both, and nothing beyond it. */

export const alignments = ["center", "right", "justify"] as const;
export type Alignment = (typeof alignments)[number];

export const referenceKinds = ["page", "paragraph", "file"] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

export const writingSchema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      attrs: { align: { default: null, validate: (value) => oneOf([null, ...alignments], value) } },
      parseDOM: [{ tag: "p", getAttrs: (dom) => ({ align: alignmentOf(dom) }) }],
      toDOM: ({ attrs }) => [
        "p",
        attrs["align"] ? { "data-align": String(attrs["align"]) } : {},
        0,
      ],
    },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { level: { validate: (value) => oneOf([2, 3], value) } },
      parseDOM: [
        { tag: "h1", attrs: { level: 2 } },
        { tag: "h2", attrs: { level: 2 } },
        { tag: "h3, h4, h5, h6", attrs: { level: 3 } },
      ],
      toDOM: ({ attrs }) => [`h${String(attrs["level"])}`, 0],
    },
    bullet_list: {
      group: "block list",
      content: "list_item+",
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered_list: {
      group: "block list",
      content: "list_item+",
      attrs: { order: { default: 1, validate: (value) => wholeNumber(value, 9999) } },
      parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ order: startOf(dom.getAttribute("start")) }) }],
      toDOM: ({ attrs }) => [
        "ol",
        attrs["order"] === 1 ? {} : { start: String(attrs["order"]) },
        0,
      ],
    },
    list_item: {
      content: "paragraph (paragraph | list)*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    table: {
      group: "block",
      content: "table_row+",
      isolating: true,
      parseDOM: [{ tag: "table" }],
      toDOM: () => ["table", ["tbody", 0]],
    },
    table_row: {
      content: "(table_cell | table_header)+",
      parseDOM: [{ tag: "tr" }],
      toDOM: () => ["tr", 0],
    },
    table_cell: {
      content: "(paragraph | list)+",
      isolating: true,
      parseDOM: [{ tag: "td" }],
      toDOM: () => ["td", 0],
    },
    table_header: {
      content: "paragraph+",
      isolating: true,
      parseDOM: [{ tag: "th" }],
      toDOM: () => ["th", 0],
    },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
      leafText: () => "\n",
    },
    reference: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: {
        kind: { validate: (value) => oneOf(referenceKinds, value) },
        target: { validate: (value) => shortText(value, /^\S{1,200}$/u) },
        label: { validate: (value) => shortText(value, /^.{1,200}$/u) },
      },
      parseDOM: [
        {
          tag: "span[data-reference]",
          getAttrs: (dom) => referenceOf(dom.dataset, dom.textContent),
        },
      ],
      toDOM: ({ attrs }) => [
        "span",
        {
          class: `reference reference-${String(attrs["kind"])}`,
          "data-reference": String(attrs["kind"]),
          "data-target": String(attrs["target"]),
        },
        String(attrs["label"]),
      ],
      leafText: ({ attrs }) => String(attrs["label"]),
    },
    text: { group: "inline" },
  },
  marks: {
    strong: {
      parseDOM: [
        { tag: "strong" },
        // Google Docs wraps everything it copies in a <b> that is not bold.
        { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        {
          style: "font-weight",
          getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null,
        },
      ],
      toDOM: () => ["strong", 0],
    },
    em: {
      parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
      toDOM: () => ["em", 0],
    },
    underline: {
      parseDOM: [
        { tag: "u" },
        { style: "text-decoration=underline" },
        { style: "text-decoration-line=underline" },
      ],
      toDOM: () => ["u", 0],
    },
  },
});

function oneOf(allowed: readonly unknown[], value: unknown): void {
  if (!allowed.includes(value)) {
    throw new RangeError("The value is not among those allowed");
  }
}

function wholeNumber(value: unknown, most: number): void {
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > most) {
    throw new RangeError("The value is not a whole number in range");
  }
}

function shortText(value: unknown, shape: RegExp): void {
  if (typeof value !== "string" || !shape.test(value)) {
    throw new RangeError("The value is not a short text");
  }
}

/** The part of a browser's element that says how a pasted or copied paragraph stood. */
interface Aligned {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly style: { readonly textAlign: string };
  getAttribute(name: string): string | null;
}

function alignmentOf(dom: Aligned): Alignment | null {
  const said = dom.dataset["align"] ?? (dom.style.textAlign || dom.getAttribute("align"));
  return alignments.find((alignment) => alignment === said) ?? null;
}

function startOf(start: string | null): number {
  const number = Number(start ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= 9999 ? number : 1;
}

function referenceOf(said: Aligned["dataset"], text: string | null) {
  const kind = referenceKinds.find((known) => known === said["reference"]);
  const target = said["target"] ?? "";
  const label = (text ?? "").trim();
  return kind && /^\S{1,200}$/u.test(target) && /^.{1,200}$/u.test(label)
    ? { kind, target, label }
    : false;
}
