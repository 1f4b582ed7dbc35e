// One by one: their index brings what reads PDFs along, and with it the whole product.
import { widthOf } from "../../app/documents/pdf/break-lines.ts";
import { closeCanvas, openCanvas, type Canvas } from "../../app/documents/pdf/canvas.ts";
import { paragraph } from "../../app/documents/pdf/paragraph.ts";
import { placeStrips } from "../../app/documents/pdf/place-strips.ts";
import { table, type Row } from "../../app/documents/pdf/table.ts";
import type { Words } from "../words.ts";
import type { OfficeFile } from "./schema.ts";

/** One line of the sheet: what was looked at, in both languages, and what was found. */
export interface Finding {
  readonly words: Words;
  readonly isGood: boolean;
  readonly found: string;
}

export interface SignOff {
  readonly office: OfficeFile;
  readonly at: Date;
  readonly version: string;
  readonly address: string;
  readonly findings: readonly Finding[];
}

const width = 499;
const frame = { left: 48, top: 48, bottom: 794 };

/** The one page that says an office works: what was tried, when, with which version, for two signatures. */
export async function drawSignOff(sheet: SignOff): Promise<Buffer> {
  const title = `Sign-off ${sheet.office.lgd}`;
  const canvas = openCanvas({ title, author: "Digital Secretariat", language: "hi", at: sheet.at });
  placeStrips(canvas, stripsOf(canvas, sheet), { ...frame, onPage: () => undefined });
  return closeCanvas(canvas);
}

function stripsOf(canvas: Canvas, sheet: SignOff) {
  const { office, findings } = sheet;
  const line = (text: string, size: number, spaceAfter = 0) =>
    paragraph(canvas, [{ text, bold: true }], { width, size, spaceAfter });
  const isGood = findings.every((finding) => finding.isGood);
  return [
    ...line("कार्यालय स्वीकृति पत्रक  ·  Sign-off of an office", 15, 4),
    ...line(office.names.hi, 12),
    ...line(office.names.en, 11, 8),
    ...table(factsOf(canvas, sheet), width),
    ...line(" ", 6),
    ...table(rowsOf(canvas, findings), width),
    ...line(" ", 6),
    ...line(isGood ? allGood.hi : notGood.hi, 11),
    ...line(isGood ? allGood.en : notGood.en, 10, 34),
    ...table(
      [
        rowOf(canvas, [
          "कार्यालय की ओर से · For the office",
          "डेटा सेंटर की ओर से · For the data centre",
        ]),
        rowOf(canvas, ["\u00a0", "\u00a0"]),
      ],
      width,
    ),
  ];
}

const allGood = {
  hi: "सभी जाँचें सफल रहीं। कार्यालय काम के लिए तैयार है।",
  en: "Every check passed. The office is ready for work.",
};
const notGood = {
  hi: "सभी जाँचें सफल नहीं रहीं। ऊपर चिह्नित पंक्तियाँ देखें।",
  en: "Not every check passed. See the lines marked above.",
};

function factsOf(canvas: Canvas, { office, at, version, address }: SignOff): Row[] {
  const when = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Kolkata",
  })
    .format(at)
    .replaceAll("/", ".");
  return [
    rowOf(canvas, ["एल.जी.डी. कोड · LGD code", `${office.lgd}  (${office.code})`]),
    rowOf(canvas, ["समय · Time (IST)", when]),
    rowOf(canvas, ["संस्करण · Version", version]),
    rowOf(canvas, ["पता · Address", address]),
  ];
}

function rowsOf(canvas: Canvas, findings: readonly Finding[]): Row[] {
  const heading = {
    ...rowOf(canvas, ["जाँच · Check", "परिणाम · Result", "पाया गया · Found"]),
    heading: true,
  };
  const rows = findings.map(({ words, isGood, found }) =>
    rowOf(canvas, [`${words.hi} · ${words.en}`, isGood ? "ठीक · OK" : "✗ नहीं · NO", found]),
  );
  return [heading, ...rows];
}

const cellSize = 8.5;

function rowOf(canvas: Canvas, texts: readonly string[]): Row {
  const cells = texts.map((text) => ({
    span: 1,
    wants: widthOf(canvas, { text }, cellSize),
    strips: (cellWidth: number) =>
      paragraph(canvas, text, { width: cellWidth, size: cellSize, lineHeight: 1.4 }),
  }));
  return { cells, heading: false };
}
