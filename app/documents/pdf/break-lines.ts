import type { Canvas } from "./canvas.ts";
import { fonts } from "./fonts.ts";

/** A stretch of text in one style. A line feed in it ends the line. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

export interface Piece extends Run {
  readonly width: number;
}

/** Pieces that stand together with no space between them. */
export interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
  /** The last of its paragraph, or ended by hand: never stretched. */
  readonly ends: boolean;
}

export interface Measure {
  readonly size: number;
  readonly width: number;
  readonly firstIndent: number;
}

const graphemes = new Intl.Segmenter("hi", { granularity: "grapheme" });

/** Breaks runs into lines no wider than the measure. A word wider than a line is cut. */
export function breakLines(canvas: Canvas, runs: readonly Run[], measure: Measure): Line[] {
  const space = widthOf(canvas, { text: " " }, measure.size);
  const lines: Line[] = [];
  for (const words of splitParagraph(canvas, runs, measure)) {
    fillLines(words, space, { measure, lines });
  }
  return lines;
}

export function widthOf(canvas: Canvas, run: Run, size: number): number {
  return canvas
    .font(run.bold ? fonts.bold : fonts.regular)
    .fontSize(size)
    .widthOfString(run.text);
}

interface Filling {
  readonly measure: Measure;
  readonly lines: Line[];
}

function fillLines(words: readonly Word[], space: number, { measure, lines }: Filling): void {
  let current: Word[] = [];
  let width = 0;
  for (const word of words) {
    const room = measure.width - (lines.length === 0 ? measure.firstIndent : 0);
    const wanted = current.length === 0 ? word.width : width + space + word.width;
    if (current.length > 0 && wanted > room) {
      lines.push({ words: current, width, ends: false });
      [current, width] = [[word], word.width];
    } else {
      current.push(word);
      width = wanted;
    }
  }
  lines.push({ words: current, width, ends: true });
}

/** The words of each hand-broken part of the paragraph. */
function splitParagraph(canvas: Canvas, runs: readonly Run[], measure: Measure): Word[][] {
  const parts: Word[][] = [[]];
  let pieces: Piece[] = [];
  const widest = measure.width - measure.firstIndent;
  const endWord = () => {
    if (pieces.length > 0) {
      parts.at(-1)?.push({ pieces, width: totalWidth(pieces) });
    }
    pieces = [];
  };
  for (const run of runs) {
    for (const token of run.text.replaceAll("\r", "").split(/(\n|[ \t\u00a0]+)/)) {
      if (/^[\s]+$/.test(token)) {
        endWord();
      } else if (token !== "") {
        const cut = cutToFit(canvas, { ...run, text: token }, { ...measure, width: widest });
        cut.slice(0, -1).forEach((piece) => {
          pieces.push(piece);
          endWord();
        });
        pieces.push(...cut.slice(-1));
      }
      if (token === "\n") {
        parts.push([]);
      }
    }
  }
  endWord();
  return parts;
}

function totalWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

/** One piece where the word fits in a line; else pieces cut between whole characters. */
function cutToFit(canvas: Canvas, run: Run, measure: Measure): Piece[] {
  const width = widthOf(canvas, run, measure.size);
  if (width <= measure.width) {
    return [{ ...run, width }];
  }
  const cut: Piece[] = [];
  for (const { segment } of graphemes.segment(run.text)) {
    const last = cut.at(-1);
    const joined = { ...run, text: (last?.text ?? "") + segment };
    const joinedWidth = widthOf(canvas, joined, measure.size);
    if (last && joinedWidth <= measure.width) {
      cut[cut.length - 1] = { ...joined, width: joinedWidth };
    } else {
      cut.push({
        ...run,
        text: segment,
        width: widthOf(canvas, { ...run, text: segment }, measure.size),
      });
    }
  }
  return cut;
}
