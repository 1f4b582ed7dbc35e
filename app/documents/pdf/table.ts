import type { Canvas } from "./canvas.ts";
import { beside, gap, heightOf, indent, together, type Strip } from "./strip.ts";

export interface Cell {
  /** Draws itself as wide as its column turns out to be. */
  readonly strips: (width: number) => Strip[];
  readonly span: number;
  /** The width its text would like to have. */
  readonly wants: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly heading: boolean;
}

const padding = 4;
const above = 5;
const below = 3;
const line = 0.6;
const tallRow = 240;

/** A ruled table; its heading stands again on every page it runs over. */
export function table(rows: readonly Row[], width: number): Strip[] {
  const columns = columnWidths(rows, width);
  const laid = rows.map((row) => ({ row, strips: layRow(row, columns) }));
  const headingRows = countHeadings(rows);
  const heading = laid.slice(0, headingRows).flatMap(({ strips }) => strips);
  const rest = laid.slice(headingRows).flatMap(({ strips }) => strips);
  const kept = heading.map((strip) => ({ ...strip, keepWithNext: rest.length > 0 }));
  return [...kept, ...rest.map((strip) => ({ ...strip, repeat: heading }))];
}

function countHeadings(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => !row.heading);
  return first === -1 ? 0 : first;
}

/** Shares the width by what the cells want, so that a column of serial numbers stays narrow. */
function columnWidths(rows: readonly Row[], width: number): number[] {
  const count = Math.max(1, ...rows.map((row) => row.cells.reduce((sum, c) => sum + c.span, 0)));
  const wanted = Array.from({ length: count }, () => 36);
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      if (cell.span === 1) {
        const wants = Math.min(cell.wants + 2 * padding + 2, 260);
        wanted[column] = Math.max(wanted[column] ?? 0, wants);
      }
      column += cell.span;
    }
  }
  return shareWidth(wanted, width);
}

/** Narrow columns get what they want; the wide ones share what is left, or give what is missing. */
function shareWidth(wanted: readonly number[], width: number): number[] {
  const narrow = Math.min(60, 0.7 * Math.max(...wanted));
  const fixed = wanted.filter((want) => want <= narrow).reduce((sum, want) => sum + want, 0);
  const flexible = wanted.filter((want) => want > narrow).reduce((sum, want) => sum + want, 0);
  const spare = width - fixed;
  if (spare < width / 3) {
    const total = fixed + flexible;
    return wanted.map((want) => (want / total) * width);
  }
  return wanted.map((want) => (want <= narrow ? want : (want / flexible) * spare));
}

function layRow(row: Row, columns: readonly number[]): Strip[] {
  const edges: number[] = [0];
  let column = 0;
  const cells = row.cells.map((cell) => {
    const left = edges.at(-1) ?? 0;
    const taken = columns.slice(column, column + cell.span).reduce((sum, part) => sum + part, 0);
    column += cell.span;
    edges.push(left + taken);
    return indent(cell.strips(taken - 2 * padding), left + padding);
  });
  const slices = [gap(above), ...beside(cells), gap(below)];
  const ruled = slices.map((slice, index) => rule(slice, edges, sides(index, slices.length)));
  return heightOf(ruled) > tallRow ? keepEnds(ruled) : together(ruled);
}

/** A very tall row may break over pages, but its edges stay with the text. */
function keepEnds(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) => ({
    ...strip,
    keepWithNext: index === 0 || index === strips.length - 2,
  }));
}

interface Sides {
  readonly top: boolean;
  readonly bottom: boolean;
}

function sides(index: number, count: number): Sides {
  return { top: index === 0, bottom: index === count - 1 };
}

function rule(strip: Strip, edges: readonly number[], { top, bottom }: Sides): Strip {
  const right = edges.at(-1) ?? 0;
  return {
    ...strip,
    blank: false,
    draw: (canvas, x, y) => {
      strip.draw(canvas, x, y);
      canvas.lineWidth(line).strokeColor("black");
      edges.forEach((edge) => stroke(canvas, [x + edge, y], [x + edge, y + strip.height]));
      if (top) {
        stroke(canvas, [x, y], [x + right, y]);
      }
      if (bottom) {
        stroke(canvas, [x, y + strip.height], [x + right, y + strip.height]);
      }
    },
  };
}

type Point = readonly [number, number];

function stroke(canvas: Canvas, from: Point, to: Point): void {
  canvas
    .moveTo(...from)
    .lineTo(...to)
    .stroke();
}
