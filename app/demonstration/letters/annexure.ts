import { paragraph, table, type Canvas, type Row, type Strip } from "../../documents/pdf/index.ts";
import type { Language } from "../../base/index.ts";
import type { Both } from "../both.ts";
import { drawPerson } from "../people.ts";
import { listPlaces } from "../places.ts";
import type { Random } from "../random.ts";
import type { Paper } from "./paper.ts";

/** How many rows stand on one page of an annexure. */
const rowsOnPage = 24;

/** One page of an annexure: a heading and a table whose serial numbers run on over the pages. */
export function annexurePage(random: Random, canvas: Canvas, page: AnnexurePage): Strip[] {
  const { paper, number, width } = page;
  const { language } = paper;
  const kind = kindOf(paper.matter.category);
  const title = { hi: `परिशिष्ट, पृष्ठ ${number}`, en: `Annexure, page ${number}` }[language];
  const rows = Array.from({ length: rowsOnPage }, (_, index) => [
    String((number - 1) * rowsOnPage + index + 1),
    ...kind.cells(random, language),
  ]);
  const heading = [{ hi: "क्र.", en: "S.No." }, ...kind.columns].map((column) => column[language]);
  return [
    ...paragraph(canvas, [{ text: title, bold: true }], { width, align: "right", size: 10 }),
    ...paragraph(canvas, [{ text: paper.matter.subject[language] }], {
      width,
      size: 9.5,
      spaceAfter: 6,
    }),
    ...table(
      [rowOf(canvas, heading, true), ...rows.map((row) => rowOf(canvas, row, false))],
      width,
    ),
  ];
}

export interface AnnexurePage {
  readonly paper: Paper;
  readonly number: number;
  readonly width: number;
}

function rowOf(canvas: Canvas, cells: readonly string[], heading: boolean): Row {
  return {
    heading,
    cells: cells.map((text) => ({
      span: 1,
      wants: text.length * 5,
      strips: (width: number) =>
        paragraph(canvas, [{ text, bold: heading }], { width, size: 8.5, lineHeight: 1.35 }),
    })),
  };
}

interface AnnexureKind {
  readonly columns: readonly Both[];
  readonly cells: (random: Random, language: Language) => string[];
}

function kindOf(category: string): AnnexureKind {
  if (["land", "nazul", "forest", "irrigation"].includes(category)) {
    return parcels;
  }
  if (["budget", "audit", "purchase", "tender", "building"].includes(category)) {
    return heads;
  }
  return ["assembly", "meeting", "water", "road"].includes(category) ? works : people;
}

const parcels: AnnexureKind = {
  columns: [
    { hi: "खसरा क्र.", en: "Khasra No." },
    { hi: "भू-स्वामी का नाम", en: "Landowner" },
    { hi: "ग्राम", en: "Village" },
    { hi: "रकबा (हे.)", en: "Area (ha)" },
    { hi: "राशि (₹)", en: "Amount (₹)" },
  ],
  cells: (random, language) => [
    `${random.between(11, 980)}/${random.between(1, 9)}`,
    personIn(random, language),
    random.pick(places).village[language],
    (random.between(8, 2400) / 1000).toFixed(3),
    rupees(random),
  ],
};

const people: AnnexureKind = {
  columns: [
    { hi: "नाम", en: "Name" },
    { hi: "ग्राम", en: "Village" },
    { hi: "तहसील", en: "Tehsil" },
    { hi: "राशि (₹)", en: "Amount (₹)" },
  ],
  cells: (random, language) => {
    const place = random.pick(places);
    return [
      personIn(random, language),
      place.village[language],
      place.tehsil[language],
      rupees(random),
    ];
  },
};

const heads: AnnexureKind = {
  columns: [
    { hi: "लेखा शीर्ष", en: "Head of account" },
    { hi: "प्रावधान", en: "Provision" },
    { hi: "व्यय", en: "Expenditure" },
    { hi: "शेष", en: "Balance" },
  ],
  cells: (random) => [
    `${random.pick(["2053", "2202", "2210", "2235", "4059", "5054"])}-${random.between(101, 800)}-${random.between(1000, 9999)}`,
    rupees(random),
    rupees(random),
    rupees(random),
  ],
};

const works: AnnexureKind = {
  columns: [
    { hi: "जिला", en: "District" },
    { hi: "कार्य का स्थान", en: "Place of work" },
    { hi: "स्वीकृत राशि (₹)", en: "Sanctioned (₹)" },
    { hi: "प्रगति (%)", en: "Progress (%)" },
  ],
  cells: (random, language) => {
    const place = random.pick(places);
    const progress = String(random.between(5, 100));
    return [place.district[language], place.village[language], rupees(random), progress];
  },
};

const places = listPlaces();

function personIn(random: Random, language: Language): string {
  const person = drawPerson(random);
  return language === "hi" ? person.nameHi : person.nameEn;
}

function rupees(random: Random): string {
  return `${random.between(1, 98)},${random.between(10, 99)},${random.between(100, 999)}`;
}
