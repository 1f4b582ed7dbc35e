import {
  closeCanvas,
  gap,
  openCanvas,
  paragraph,
  placeStrips,
  type Canvas,
  type Strip,
} from "../../documents/pdf/index.ts";
import type { Random } from "../random.ts";
import { addressStrips } from "./address.ts";
import { annexurePage } from "./annexure.ts";
import { bodyOf } from "./body.ts";
import { closingStrips } from "./closing.ts";
import { pickSheet, soil } from "./dirt.ts";
import { headingOf } from "./heading.ts";
import { styleOf, type Paper } from "./paper.ts";
import { stampReceived } from "./stamps.ts";

const frame = { left: 62, top: 54, bottom: 790 };
const width = 595.28 - 2 * frame.left;

/** Draws a letter with its annexures, on as many pages as the paper has. */
export async function drawLetter(random: Random, paper: Paper): Promise<Buffer> {
  const canvas = openCanvas({
    title: paper.scanned ? "Scan" : paper.matter.subject[paper.language],
    author: paper.scanned ? "Scanner" : paper.sender.name[paper.language],
    language: paper.language,
    at: new Date(`${paper.date}T06:30:00Z`),
  });
  const onPage = paper.scanned ? soiling(random, canvas) : () => undefined;
  placeStrips(canvas, letterStrips(random, canvas, paper), { ...frame, onPage });
  for (let page = countPages(canvas); page < paper.pages; page += 1) {
    const strips = annexurePage(random, canvas, { paper, number: page, width });
    placeStrips(canvas, strips, { ...frame, onPage });
  }
  if (paper.scanned) {
    canvas.switchToPage(0);
    stampReceived(random, canvas, paper);
  }
  return closeCanvas(canvas);
}

function soiling(random: Random, canvas: Canvas): () => void {
  const sheet = pickSheet(random, canvas);
  return () => soil(random, canvas, sheet);
}

function countPages(canvas: Canvas): number {
  return canvas.bufferedPageRange().count;
}

function letterStrips(random: Random, canvas: Canvas, paper: Paper): Strip[] {
  const court = styleOf(paper) === "court";
  const body = bodyOf(random, paper).flatMap((text) =>
    paragraph(canvas, text, {
      width,
      align: "justify",
      firstIndent: court ? 0 : 36,
      lineHeight: 1.6,
      spaceAfter: court ? 10 : 6,
    }),
  );
  return [
    ...headingOf(canvas, paper, width),
    ...(court ? [] : addressStrips(canvas, paper, width)),
    ...body,
    gap(14),
    ...closingStrips(random, canvas, { paper, width }),
  ];
}
