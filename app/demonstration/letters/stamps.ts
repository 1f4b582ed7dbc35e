import { paragraph, type Canvas } from "../../documents/pdf/index.ts";
import type { Random } from "../random.ts";
import { styleOf, written, type Paper } from "./paper.ts";

const violet = "#4b3a8c";

/** The registry's mark on the first page: received, where, when; never quite straight. */
export function stampReceived(random: Random, canvas: Canvas, paper: Paper): void {
  const [x, y] = [random.between(385, 410), random.between(14, 22)];
  canvas.save().rotate(random.between(-60, 40) / 10, { origin: [x + 70, y + 26] });
  canvas.opacity(0.78).roundedRect(x, y, 152, 52, 4).lineWidth(1.3).stroke(violet);
  const lines = ["आवक शाखा / RECEIVED", written(paper.receivedOn), "मंत्रालय, नवा रायपुर अटल नगर"];
  lines.forEach((text, index) => {
    const style = {
      width: 152,
      size: index === 1 ? 10 : 8,
      align: "center",
      color: violet,
    } as const;
    paragraph(canvas, text, style).forEach((strip) => strip.draw(canvas, x, y + 3 + index * 15));
  });
  canvas.restore().opacity(1);
}

/** The round seal of an office beside the signature. */
export function sealOffice(random: Random, canvas: Canvas, place: SealPlace): void {
  const [x, y] = [place.x + random.between(-4, 4), place.y + random.between(-4, 4)];
  const ink = random.chance(0.7) ? violet : "#1f4e8c";
  canvas
    .save()
    .rotate(random.between(-18, 18), { origin: [x, y] })
    .opacity(0.62);
  canvas.circle(x, y, 33).lineWidth(1.4).stroke(ink);
  canvas.circle(x, y, 29).lineWidth(0.6).stroke(ink);
  const style = { width: 52, size: 6.5, align: "center", color: ink, lineHeight: 1.35 } as const;
  const strips = paragraph(canvas, place.text, style).slice(0, 5);
  let top = y - (strips.length * 6.5 * 1.35) / 2;
  for (const strip of strips) {
    strip.draw(canvas, x - 26, top);
    top += strip.height;
  }
  canvas.restore().opacity(1);
}

export interface SealPlace {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Offices, bodies and courts have a seal; people do not. */
export function hasSeal(paper: Paper): boolean {
  const style = styleOf(paper);
  return style !== "citizen" && style !== "legislator";
}
