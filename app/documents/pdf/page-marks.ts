import type { Canvas } from "./canvas.ts";
import { fonts } from "./fonts.ts";
import { asWritten } from "./draw-line.ts";

/** Large pale words across the page. Draw it before the text, so that the text lies on top. */
export function watermark(canvas: Canvas, text: string): void {
  const { width, height } = canvas.page;
  const size = 76;
  canvas.font(fonts.bold).fontSize(size);
  canvas
    .save()
    .rotate(-50, { origin: [width / 2, height / 2] })
    .fillColor("#b3261e")
    .fillOpacity(0.13);
  asWritten(canvas, { actual: text, size }, () => {
    const x = (width - canvas.widthOfString(text)) / 2;
    canvas.text(text, x, height / 2 - size * 0.7, { lineBreak: false });
  });
  canvas.restore().fillOpacity(1);
}

export interface Footer {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly textLeft: (page: number, pages: number) => string;
  readonly textRight: (page: number, pages: number) => string;
}

/** Writes the foot of every page once the number of pages is known. */
export function drawFooters(canvas: Canvas, footer: Footer): void {
  const { count } = canvas.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    canvas.switchToPage(index);
    canvas.moveTo(footer.left, footer.y - 4).lineTo(footer.right, footer.y - 4);
    canvas.lineWidth(0.4).stroke("#888888");
    const right = footer.textRight(index + 1, count);
    small(canvas, footer.textLeft(index + 1, count), [footer.left, footer.y]);
    canvas.font(fonts.regular).fontSize(footerSize);
    small(canvas, right, [footer.right - canvas.widthOfString(right), footer.y]);
  }
}

const footerSize = 8;

function small(canvas: Canvas, text: string, [x, y]: readonly [number, number]): void {
  if (text === "") {
    return;
  }
  canvas.font(fonts.regular).fontSize(footerSize).fillColor("#444444");
  asWritten(canvas, { actual: text, size: footerSize }, () =>
    canvas.text(text, x, y, { lineBreak: false }),
  );
}
