import type { Canvas } from "./canvas.ts";
import { fonts } from "./fonts.ts";
import type { Line, Piece } from "./break-lines.ts";

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly space: number;
  readonly stretch: number;
  readonly color?: string | undefined;
}

/** Draws a line inside a marked span that holds its letters in reading order, for copy and search. */
export function drawLine(canvas: Canvas, line: Line, place: LinePlace): void {
  if (line.words.length === 0) {
    return;
  }
  asWritten(canvas, { actual: textOf(line), size: place.size }, () => {
    let x = place.x;
    line.words.forEach((word, index) => {
      for (const piece of word.pieces) {
        drawPiece(canvas, piece, { ...place, x });
        x += piece.width;
      }
      const spaceWidth = place.space + place.stretch;
      if (isUnderlined(word.pieces.at(-1)) && isUnderlined(line.words[index + 1]?.pieces[0])) {
        underline(canvas, { ...place, x }, spaceWidth);
      }
      x += spaceWidth;
    });
  });
}

export interface Written {
  readonly actual: string;
  readonly size: number;
}

/** Glyphs lie in visual order; `actual` tells readers of the text the order in which it is written. */
export function asWritten(canvas: Canvas, { actual, size }: Written, draw: () => void): void {
  canvas.save().markContent("Span", { actual });
  draw();
  uprightAsText(canvas, size);
  canvas.endMarkedContent().restore();
}

/**
 * Readers place the written text by the state at the end of its span. Each piece was drawn in a
 * state of its own that is gone by then: with the page upright and a font chosen.
 */
function uprightAsText(canvas: Canvas, size: number): void {
  const font = Object.keys(canvas.page.fonts).at(-1);
  canvas.transform(1, 0, 0, -1, 0, canvas.page.height).addContent(`/${font} ${size} Tf`);
}

function textOf(line: Line): string {
  return line.words.map((word) => word.pieces.map((piece) => piece.text).join("")).join(" ");
}

function isUnderlined(piece: Piece | undefined): boolean {
  return piece?.underline ?? false;
}

function drawPiece(canvas: Canvas, piece: Piece, place: LinePlace): void {
  canvas
    .font(piece.bold ? fonts.bold : fonts.regular)
    .fontSize(place.size)
    .fillColor(place.color ?? "black")
    .text(piece.text, place.x, place.y, { lineBreak: false, oblique: piece.italic ?? false });
  if (piece.underline) {
    underline(canvas, place, piece.width);
  }
}

function underline(canvas: Canvas, { x, y, size, color }: LinePlace, width: number): void {
  // Below the vowel signs that hang under the letters.
  const base = y + size * 1.28;
  canvas
    .moveTo(x, base)
    .lineTo(x + width, base)
    .lineWidth(size / 16)
    .stroke(color ?? "black");
}
