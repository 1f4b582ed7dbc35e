import { create } from "qrcode";
import type { Strip } from "./strip.ts";

/** A QR code drawn as squares, so that it is sharp at any size. It is `side` points wide. */
export function qrCode(text: string, side: number): Strip {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const unit = side / size;
  return {
    height: side,
    draw: (canvas, x, y) => {
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) {
          if (data[row * size + column]) {
            canvas.rect(x + column * unit, y + row * unit, unit, unit);
          }
        }
      }
      canvas.fill("black");
    },
  };
}
