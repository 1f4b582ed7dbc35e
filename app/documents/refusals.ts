import { invalid, words, type Refusal, type UploadedFile } from "../base/index.ts";
import type { Failure } from "./inspection/finding.ts";

export const mostPages = 5000;

const damaged = words("{name} is damaged and cannot be opened. Scan it again.");
const unknown = words(
  "{name} is neither a PDF, a picture (PNG, JPEG, TIFF), an office document nor a text. Scan it as PDF.",
);

/** One sentence for each reason: what is wrong with the file, and what to do about it. */
const sentences: Readonly<Record<Failure | "virus", string>> = {
  empty: words("{name} is empty. Scan it again."),
  "not-a-pdf": unknown,
  unknown,
  "old-office": words(
    "{name} is an office document of the old form. Save it as PDF, DOCX, XLSX or PPTX.",
  ),
  encrypted: words(
    "{name} is locked with a password. Ask the sender for an open copy, or scan it.",
  ),
  damaged,
  "two-kinds": words(
    "{name} is two kinds of file in one, which is a way to hide things. Print it to PDF again, or scan it.",
  ),
  active: words(
    "{name} does things by itself when it is opened: it runs a program or sends what is filled in. Print it to PDF, or scan it.",
  ),
  "holds-files": words(
    "{name} carries other files inside it. Take them out and upload each on its own.",
  ),
  "leads-outside": words(
    "{name} fetches things from elsewhere when it is opened. Print it to PDF, or scan it.",
  ),
  macros: words("{name} contains macros. Save it without macros, or as PDF."),
  bomb: words("{name} unpacks to more than can be read. Print it to PDF again, or scan it."),
  markup: words("{name} is a web page or a program, not a document. Print it to PDF."),
  formulas: words(
    "{name} contains cells that calculate or fetch when they are opened. Save it with values only, or as PDF.",
  ),
  "image-damaged": damaged,
  "image-too-large": words("The picture {name} is too large. Scan it at 300 dots an inch or less."),
  animated: words("{name} is a moving picture. Upload a still one."),
  "too-many-pages": words("{name} has more than {pages} pages. Upload it in parts."),
  overrun: words(
    "{name} takes too long or too much room to look into. Print it to PDF again, or upload it in parts.",
  ),
  virus: words("{name} carries a virus ({signature}). It was not taken in."),
};

/** Refuses by the field the file came in. */
export function refusalFor(
  file: Pick<UploadedFile, "field" | "name">,
  failure: keyof typeof sentences,
  signature = "",
): Refusal {
  return invalid(file.field, sentences[failure], {
    name: file.name.slice(0, 100),
    pages: mostPages,
    signature,
  });
}
