import type { Block, Inline, List, Paragraph, TableRow, WrittenDocument } from "./document.ts";

/** A text as a reader sees it: one line for a paragraph, a heading, an item, a row. */
export interface Line {
  readonly text: string;
  /** What stands before the text: the indent and the bullet or number of an item. */
  readonly marker: string;
  /** Everything about the line except its words, to tell when only its look has changed. */
  readonly look: string;
  /** Whether a blank line parts it from the one before. */
  readonly apart: boolean;
}

export function linesOf(document: WrittenDocument): readonly Line[] {
  return document.content.flatMap((block) => linesOfBlock(block));
}

function linesOfBlock(block: Block, indent = ""): readonly Line[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [{ ...lookAndText(block), marker: indent, apart: true }];
    case "bullet_list":
    case "ordered_list":
      return linesOfList(block, indent);
    case "table":
      return block.content.map((row, index) => lineOfRow(row, index === 0));
  }
}

function linesOfList(list: List, indent: string): readonly Line[] {
  const first = list.type === "ordered_list" ? (list.attrs?.order ?? 1) : 1;
  return list.content.flatMap((item, place) => {
    const sign = list.type === "ordered_list" ? `${first + place}. ` : "• ";
    const below = indent + " ".repeat(sign.length);
    return item.content
      .flatMap((part) => linesOfBlock(part, below))
      .map((line, index) => ({
        ...line,
        marker: index === 0 ? indent + sign : line.marker,
        apart: indent === "" && place === 0 && index === 0,
      }));
  });
}

function lineOfRow(row: TableRow, apart: boolean): Line {
  const text = row.content
    .map((cell) => cell.content.flatMap((part) => linesOfBlock(part).map(shown)).join(" "))
    .join(" | ");
  return { text, marker: "", look: "row", apart };
}

export function shown({ marker, text }: Line): string {
  return marker + text;
}

function lookAndText(block: Paragraph | Extract<Block, { type: "heading" }>) {
  const inlines = block.content ?? [];
  const look = JSON.stringify([block.type, block.attrs ?? {}, inlines.map(lookOf)]);
  return { look, text: inlines.map(textOf).join("") };
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "hard_break":
      return "\n";
    case "reference":
      return inline.attrs.label;
  }
}

function lookOf(inline: Inline): unknown {
  const marks = inline.marks?.map(({ type }) => type) ?? [];
  return inline.type === "reference" ? [inline.attrs, marks] : [textOf(inline), marks];
}
