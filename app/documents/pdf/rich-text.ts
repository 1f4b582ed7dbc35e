import type { Canvas } from "./canvas.ts";
import { widthOf, type Run } from "./break-lines.ts";
import { bodySize, paragraph, type ParagraphStyle } from "./paragraph.ts";
import { beside, gap, indent, keepWithNext, type Strip } from "./strip.ts";
import { table, type Cell, type Row } from "./table.ts";

/** A node of the editor's document, as stored. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string }[];
}

const listIndent = 24;
const blockGap = 6;

/** Draws a document of the editor. A node that is not in our closed list is a fault, never skipped. */
export function richText(canvas: Canvas, node: RichNode, style: ParagraphStyle): Strip[] {
  switch (node.type) {
    case "doc":
    case "list_item":
      return childrenOf(node).flatMap((child) => richText(canvas, child, style));
    case "paragraph":
      return paragraph(canvas, runsOf(node), { spaceAfter: blockGap, ...style });
    case "heading":
      return keepWithNext([gap(4), ...heading(canvas, node, style)]);
    case "bullet_list":
    case "ordered_list":
      return list(canvas, node, style);
    case "table":
      return [...table(rowsOf(canvas, node, style), style.width), gap(blockGap * 1.5)];
    default:
      throw new Error(`Cannot draw a node of type "${node.type}"`);
  }
}

function childrenOf(node: RichNode): readonly RichNode[] {
  return node.content ?? [];
}

function heading(canvas: Canvas, node: RichNode, style: ParagraphStyle): Strip[] {
  const runs = runsOf(node).map((run) => ({ ...run, bold: true }));
  const plain = { ...style, firstIndent: 0, align: "left" } as const;
  return paragraph(canvas, runs, { ...plain, size: (style.size ?? bodySize) + 1, spaceAfter: 2 });
}

function list(canvas: Canvas, node: RichNode, style: ParagraphStyle): Strip[] {
  const start = Number(node.attrs?.["order"] ?? 1);
  const inner = { ...style, firstIndent: 0, width: style.width - listIndent, spaceAfter: 4 };
  return childrenOf(node).flatMap((item, index) => {
    const marker = node.type === "ordered_list" ? `${start + index}.` : "•";
    const mark = paragraph(canvas, marker, { width: listIndent, size: inner.size ?? bodySize });
    return beside([mark, indent(richText(canvas, item, inner), listIndent)]);
  });
}

function runsOf(node: RichNode): Run[] {
  return childrenOf(node).map((child): Run => {
    if (child.type === "hard_break") {
      return { text: "\n" };
    }
    if (child.type !== "text") {
      throw new Error(`Cannot draw a node of type "${child.type}" in a line`);
    }
    const marks = new Set((child.marks ?? []).map((mark) => mark.type));
    return {
      text: child.text ?? "",
      bold: marks.has("strong"),
      italic: marks.has("em"),
      underline: marks.has("underline"),
    };
  });
}

function rowsOf(canvas: Canvas, node: RichNode, style: ParagraphStyle): Row[] {
  return childrenOf(node).map((row) => ({
    cells: childrenOf(row).map((cell) => cellOf(canvas, cell, style)),
    heading: childrenOf(row).every((cell) => cell.type === "table_header"),
  }));
}

function cellOf(canvas: Canvas, node: RichNode, style: ParagraphStyle): Cell {
  const size = (style.size ?? bodySize) - 1;
  const header = node.type === "table_header";
  const shown = header ? { ...node, content: childrenOf(node).map(embolden) } : node;
  const inner = { size, firstIndent: 0, lineHeight: 1.4, spaceAfter: 0 };
  const content: RichNode = { type: "doc", content: childrenOf(shown) };
  return {
    strips: (width) =>
      richText(canvas, content, { ...inner, width, align: header ? "center" : "left" }),
    span: Math.max(1, Number(node.attrs?.["colspan"] ?? 1)),
    wants: widthOf(canvas, { text: longestText(shown), bold: header }, size),
  };
}

function embolden(node: RichNode): RichNode {
  const marks = [...(node.marks ?? []), { type: "strong" }];
  return node.type === "text"
    ? { ...node, marks }
    : { ...node, content: childrenOf(node).map(embolden) };
}

/** The longest line of a cell, which is what its column would like to be as wide as. */
function longestText(node: RichNode): string {
  const texts = childrenOf(node).map((child) =>
    child.type === "paragraph" || child.type === "heading"
      ? runsOf(child)
          .map((run) => run.text)
          .join("")
      : longestText(child),
  );
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
