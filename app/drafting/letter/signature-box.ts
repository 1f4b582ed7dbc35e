import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { gap, heightOf, paragraph, type Strip } from "../../documents/pdf/index.ts";
import type { SignatureMark } from "./letter.ts";
import type { LetterPage } from "./letter-page.ts";

/** The visible mark of the digital signature that is applied to the bytes afterwards. */
export function signatureBox(page: LetterPage, mark: SignatureMark, width: number): Strip[] {
  const style = { width, size: 8, align: "center", lineHeight: 1.45 } as const;
  const said = [
    t("Digitally signed by {name}", { name: nameOf(page.letter.signatory) }),
    t("on {moment} IST", { moment: formatDateTime(mark.at) }),
    ...(mark.serial ? [t("Certificate {serial}", { serial: mark.serial })] : []),
  ].flatMap((text) => paragraph(page.canvas, text, style));
  const height = heightOf(said) + 8;
  const box: Strip = {
    height: 4,
    draw: (canvas, x, y) => {
      canvas
        .roundedRect(x + 14, y, width - 28, height, 3)
        .lineWidth(0.6)
        .stroke("#1a5f3c");
    },
  };
  return [gap(4), box, ...said, gap(12)];
}
