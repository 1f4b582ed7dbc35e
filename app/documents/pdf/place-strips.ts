import type { Canvas } from "./canvas.ts";
import { heightOf, type Strip } from "./strip.ts";

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Cursor {
  readonly canvas: Canvas;
  readonly frame: Frame;
  readonly onPage: (canvas: Canvas) => void;
  y: number;
}

/** Lays strips down the pages, opening a page where the next ones do not fit. */
export function placeStrips(
  canvas: Canvas,
  strips: readonly Strip[],
  { onPage, ...frame }: Frame & { readonly onPage: (canvas: Canvas) => void },
): void {
  const cursor: Cursor = { canvas, frame, onPage, y: 0 };
  openPage(cursor, []);
  for (const group of groupsOf(strips)) {
    placeGroup(cursor, group);
  }
}

function placeGroup(cursor: Cursor, group: readonly Strip[]): void {
  const { frame } = cursor;
  const height = heightOf(group);
  const fitsOnAPage = height <= frame.bottom - frame.top;
  if (fitsOnAPage && cursor.y + height > frame.bottom) {
    openPage(cursor, group[0]?.repeat ?? []);
  }
  for (const strip of group) {
    placeStrip(cursor, strip);
  }
}

function placeStrip(cursor: Cursor, strip: Strip): void {
  if (strip.blank && cursor.y === cursor.frame.top) {
    return;
  }
  if (cursor.y + strip.height > cursor.frame.bottom) {
    if (strip.blank) {
      return;
    }
    openPage(cursor, strip.repeat ?? []);
  }
  strip.draw(cursor.canvas, cursor.frame.left, cursor.y);
  cursor.y += strip.height;
}

function openPage(cursor: Cursor, heading: readonly Strip[]): void {
  cursor.canvas.addPage();
  cursor.onPage(cursor.canvas);
  cursor.y = cursor.frame.top;
  for (const strip of heading) {
    strip.draw(cursor.canvas, cursor.frame.left, cursor.y);
    cursor.y += strip.height;
  }
}

/** Strips that ask to stay with the next one make a group with it. */
function groupsOf(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  let open = false;
  for (const strip of strips) {
    if (open) {
      groups.at(-1)?.push(strip);
    } else {
      groups.push([strip]);
    }
    open = strip.keepWithNext ?? false;
  }
  return groups;
}
