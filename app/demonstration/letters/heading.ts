import { gap, paragraph, type Canvas, type Strip } from "../../documents/pdf/index.ts";
import type { Both } from "../both.ts";
import { styleOf, written, type Paper } from "./paper.ts";

/** What stands above the addressee: whose letter it is, its number and date. */
export function headingOf(canvas: Canvas, paper: Paper, width: number): Strip[] {
  switch (styleOf(paper)) {
    case "office":
      return [...officeHead(canvas, paper, width), ...numberLine(canvas, paper, width)];
    case "legislator":
      return [...legislatorHead(canvas, paper, width), ...numberLine(canvas, paper, width)];
    case "body":
      return [...bodyHead(canvas, paper, width), ...numberLine(canvas, paper, width)];
    case "court":
      return courtHead(canvas, paper, width);
    case "citizen":
      return [gap(26)];
  }
}

function officeHead(canvas: Canvas, { sender, language }: Paper, width: number): Strip[] {
  const government = governmentOf(sender)[language];
  const center = { width, align: "center" } as const;
  return [
    ...(government === ""
      ? []
      : paragraph(canvas, [{ text: government, bold: true }], { ...center, size: 12 })),
    ...paragraph(canvas, [{ text: sender.organisation[language], bold: true }], {
      ...center,
      size: 15,
    }),
    ...paragraph(canvas, addressOf(sender, language), { ...center, size: 9.5, spaceAfter: 4 }),
    rule(width),
    gap(8),
  ];
}

/** Whose office it is; local bodies and the Assembly stand for themselves. */
function governmentOf({ type, city }: Paper["sender"]): Both {
  if (type === "local_body" || type === "vidhan_sabha") {
    return { hi: "", en: "" };
  }
  return city.en === "New Delhi"
    ? { hi: "भारत सरकार", en: "Government of India" }
    : { hi: "छत्तीसगढ़ शासन", en: "Government of Chhattisgarh" };
}

function legislatorHead(canvas: Canvas, { sender, language }: Paper, width: number): Strip[] {
  const green = "#17613a";
  return [
    ...paragraph(canvas, [{ text: sender.name[language], bold: true }], {
      width,
      size: 17,
      color: green,
    }),
    ...paragraph(canvas, sender.designation[language], { width, size: 11, color: green }),
    ...paragraph(canvas, addressOf(sender, language), { width, size: 9, spaceAfter: 4 }),
    rule(width),
    gap(8),
  ];
}

function bodyHead(canvas: Canvas, { sender, language }: Paper, width: number): Strip[] {
  const red = "#8c1d1d";
  const center = { width, align: "center" } as const;
  return [
    ...paragraph(canvas, [{ text: sender.organisation[language], bold: true }], {
      ...center,
      size: 18,
      color: red,
    }),
    ...paragraph(canvas, addressOf(sender, language), { ...center, size: 9.5, spaceAfter: 4 }),
    rule(width),
    gap(8),
  ];
}

function courtHead(canvas: Canvas, { language, matter }: Paper, width: number): Strip[] {
  const title = {
    hi: "छत्तीसगढ़ उच्च न्यायालय, बिलासपुर",
    en: "IN THE HIGH COURT OF CHHATTISGARH AT BILASPUR",
  };
  const center = { width, align: "center" } as const;
  return [
    ...paragraph(canvas, [{ text: title[language], bold: true }], {
      ...center,
      size: 14,
      spaceAfter: 6,
    }),
    ...paragraph(canvas, [{ text: matter.subject[language], bold: true }], {
      ...center,
      size: 11.5,
      spaceAfter: 6,
    }),
    rule(width),
    gap(10),
  ];
}

function numberLine(
  canvas: Canvas,
  { number, date, language, sender }: Paper,
  width: number,
): Strip[] {
  const label = { hi: "क्रमांक", en: "No." }[language];
  const dated = { hi: "दिनांक", en: "Dated" }[language];
  const left = paragraph(canvas, `${label} ${number ?? ""}`, { width: width * 0.6, size: 10.5 });
  const right = paragraph(canvas, `${sender.city[language]}, ${dated} ${written(date)}`, {
    width,
    size: 10.5,
    align: "right",
  });
  const [number1, date1] = [left[0], right[0]];
  if (!number1 || !date1) {
    return [];
  }
  const draw: Strip["draw"] = (onto, x, y) => {
    number1.draw(onto, x, y);
    date1.draw(onto, x, y);
  };
  return [{ ...number1, keepWithNext: true, draw }, gap(10)];
}

function addressOf(sender: Paper["sender"], language: "en" | "hi"): string {
  const parts = [sender.address1, sender.address2, sender.city].map((part) => part[language]);
  return `${parts.filter((part) => part !== "").join(", ")} ${sender.pin}`;
}

function rule(width: number): Strip {
  return {
    height: 3,
    draw: (canvas, x, y) => {
      canvas.moveTo(x, y).lineTo(x + width, y);
      canvas.lineWidth(1).stroke("#333333");
    },
  };
}
