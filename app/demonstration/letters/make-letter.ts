import { createRandom } from "../random.ts";
import { drawLetter } from "./draw-letter.ts";
import type { Paper } from "./paper.ts";
import { scanPages } from "./scan-pages.ts";

/** The bytes of a letter as it reaches the registry. The same paper gives the same bytes. */
export async function makeLetter(paper: Paper): Promise<Buffer> {
  const pdf = await drawLetter(createRandom(`letter ${paper.key} ${paper.date}`), paper);
  return paper.scanned ? scanPages(pdf, new Date(`${paper.receivedOn}T06:30:00Z`)) : pdf;
}
