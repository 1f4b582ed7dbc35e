import {
  gap,
  heightOf,
  keepWithNext,
  paragraph,
  qrCode,
  type Strip,
} from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import type { LetterPage } from "../letter-page.ts";

// An inch: it must live through printing, folding and a bad scanner.
const qrSide = 68;
// With its caption.
const qrHeight = qrSide + 16;

/** The government, the department and the office in the middle, and the QR code in the corner. */
export const letterhead: Block = (page) => {
  const { letterhead: head, language, marking } = page.letter;
  const hindi = language === "hi";
  const strips = [
    ...centred(page, marking, 11.5),
    ...centred(page, hindi ? head.governmentHi : head.governmentEn, 16),
    ...centred(page, hindi ? head.departmentHi : head.departmentEn, 13),
    ...centred(page, hindi ? head.officeHi : head.officeEn, 11.5),
    ...centred(page, hindi ? head.addressHi : head.addressEn, 11),
  ];
  const missing = page.letter.qr ? qrHeight - heightOf(strips) : 0;
  const room = gap(Math.max(5, missing));
  return keepWithNext([...withQr(page, strips), room, rule(page.width), gap(8)]);
};

/** The first line carries the QR code, which hangs down beside the others. */
function withQr(page: LetterPage, strips: readonly Strip[]): readonly Strip[] {
  const [first, ...rest] = strips;
  const { qr } = page.letter;
  if (!first || !qr) {
    return strips;
  }
  const code = qrCode(qr.text, qrSide);
  const caption = paragraph(page.canvas, qr.caption ?? "", captionStyle);
  const left = page.width - qrSide;
  const draw: Strip["draw"] = (canvas, x, y) => {
    first.draw(canvas, x, y);
    code.draw(canvas, x + left, y);
    caption.forEach((line, index) => {
      line.draw(canvas, x + left - 10, y + qrSide + 2 + index * line.height);
    });
  };
  return [{ ...first, draw }, ...rest];
}

const captionStyle = { width: qrSide + 20, size: 6.5, align: "center", lineHeight: 1.35 } as const;

function centred(page: LetterPage, text: string | undefined, size: number): Strip[] {
  if (!text) {
    return [];
  }
  const width = page.letter.qr ? page.width - 2 * (qrSide + 10) : page.width;
  const style = { width, size, align: "center", lineHeight: 1.45 } as const;
  return paragraph(page.canvas, [{ text, bold: size > 11 }], style).map((strip) => ({
    ...strip,
    draw: (canvas, x, y) => strip.draw(canvas, x + (page.width - width) / 2, y),
  }));
}

function rule(width: number): Strip {
  return {
    height: 3,
    draw: (canvas, x, y) => {
      canvas
        .lineWidth(1.1)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke("black");
      canvas
        .lineWidth(0.4)
        .moveTo(x, y + 2.2)
        .lineTo(x + width, y + 2.2)
        .stroke("black");
    },
  };
}
