import { gap, indent, paragraph, type Canvas, type Strip } from "../../documents/pdf/index.ts";
import type { Paper } from "./paper.ts";

/** To whom, about what, and the greeting. */
export function addressStrips(canvas: Canvas, paper: Paper, width: number): Strip[] {
  const { language, matter } = paper;
  const text = (words: string) => paragraph(canvas, words, { width });
  const [first, ...rest] = addressees(paper);
  const label = { hi: "विषय :- ", en: "Subject: " }[language];
  const stop = { hi: "।", en: "." }[language];
  const greeting = { hi: "महोदय,", en: "Sir/Madam," }[language];
  const subject = [{ text: label }, { text: `${matter.subject[language]}${stop}`, bold: true }];
  return [
    ...text(first ?? ""),
    ...indent(rest.flatMap(text), 36),
    gap(8),
    ...indent(paragraph(canvas, subject, { width: width - 60 }), 30),
    gap(8),
    ...text(greeting),
    gap(4),
  ];
}

function addressees({ language, department }: Paper): string[] {
  const lines = {
    hi: ["प्रति,", "सचिव,", "छत्तीसगढ़ शासन,", `${department.hi},`],
    en: ["To,", "The Secretary,", "Government of Chhattisgarh,", `${department.en},`],
  };
  const place = {
    hi: "मंत्रालय, महानदी भवन, नवा रायपुर अटल नगर",
    en: "Mantralaya, Mahanadi Bhawan, Nava Raipur Atal Nagar",
  };
  return [...lines[language], place[language]];
}
