import type { Canvas } from "./canvas.ts";
import { breakLines, widthOf, type Line, type Run } from "./break-lines.ts";
import { drawLine } from "./draw-line.ts";
import { gap, type Strip } from "./strip.ts";

export interface ParagraphStyle {
  readonly width: number;
  readonly size?: number;
  readonly align?: "left" | "center" | "right" | "justify";
  readonly firstIndent?: number;
  readonly lineHeight?: number;
  readonly spaceAfter?: number;
  readonly color?: string;
}

export const bodySize = 11;
// Vowel signs stand above and below the letters, so Devanagari wants more room than Latin.
const defaultLineHeight = 1.5;

/** A paragraph as strips, one a line; its first two and last two lines stay together. */
export function paragraph(canvas: Canvas, text: string | readonly Run[], style: ParagraphStyle) {
  const runs = typeof text === "string" ? [{ text }] : text;
  const size = style.size ?? bodySize;
  const firstIndent = style.firstIndent ?? 0;
  const lines = breakLines(canvas, runs, { size, width: style.width, firstIndent });
  const space = widthOf(canvas, { text: " " }, size);
  const strips = lines.map((line, index): Strip => {
    const offset = index === 0 ? firstIndent : 0;
    const placing = { ...placeLine(line, style, offset), size, space, color: style.color };
    return {
      height: size * (style.lineHeight ?? defaultLineHeight),
      keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
      draw: (onto, x, y) => drawLine(onto, line, { ...placing, x: x + placing.x, y }),
    };
  });
  return style.spaceAfter ? [...strips, gap(style.spaceAfter)] : strips;
}

interface Placed {
  readonly x: number;
  /** What each space between words is widened by. */
  readonly stretch: number;
}

function placeLine(line: Line, style: ParagraphStyle, offset: number): Placed {
  const spare = style.width - offset - line.width;
  switch (style.align ?? "left") {
    case "left":
      return { x: offset, stretch: 0 };
    case "center":
      return { x: offset + spare / 2, stretch: 0 };
    case "right":
      return { x: offset + spare, stretch: 0 };
    case "justify":
      return { x: offset, stretch: stretchOf(line, spare) };
  }
}

function stretchOf(line: Line, spare: number): number {
  const spaces = line.words.length - 1;
  // A line with very few words would be torn apart; better leave it ragged.
  return line.ends || spaces < 1 || spare / spaces > 18 ? 0 : spare / spaces;
}
