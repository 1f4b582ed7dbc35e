import type { Canvas } from "./canvas.ts";

/** A horizontal slice that no page break may cut: a line of text, a row of a table, a gap. */
export interface Strip {
  readonly height: number;
  /** Must stand on the same page as the strip after it. */
  readonly keepWithNext?: boolean;
  /** White space, which is dropped at the head of a page. */
  readonly blank?: boolean;
  /** Drawn again above this strip where a page begins with it: the heading of a table. */
  readonly repeat?: readonly Strip[];
  readonly draw: (canvas: Canvas, x: number, y: number) => void;
}

export function gap(height: number): Strip {
  return { height, blank: true, draw: () => undefined };
}

export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.height, 0);
}

/** Keeps all the strips on one page, unless they are more than a page. */
export function together(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) => ({ ...strip, keepWithNext: index < strips.length - 1 }));
}

export function keepWithNext(strips: readonly Strip[]): Strip[] {
  return strips.map((strip) => ({ ...strip, keepWithNext: true }));
}

export function indent(strips: readonly Strip[], by: number): Strip[] {
  return strips.map((strip) => ({
    ...strip,
    draw: (canvas, x, y) => strip.draw(canvas, x + by, y),
  }));
}

/** Lays columns side by side: the first strips of all in one strip, then the second of all. */
export function beside(columns: readonly (readonly Strip[])[]): Strip[] {
  const count = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: count }, (_, index) => {
    const slices = columns.flatMap((column) => column[index] ?? []);
    return {
      height: Math.max(...slices.map((slice) => slice.height)),
      keepWithNext: slices.some((slice) => slice.keepWithNext),
      blank: slices.every((slice) => slice.blank),
      draw: (canvas, x, y) => slices.forEach((slice) => slice.draw(canvas, x, y)),
    };
  });
}
