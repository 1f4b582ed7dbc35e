import { open } from "node:fs/promises";
import { runPoppler } from "./run-poppler.ts";

export const pdfFailures = ["empty", "not-a-pdf", "encrypted", "damaged"] as const;
export type PdfFailure = (typeof pdfFailures)[number];

export interface PdfFacts {
  readonly pages: number;
  /** It opens without a password, but forbids something: printing, copying. */
  readonly encrypted: boolean;
}

/** Looks into an uploaded file, whatever its name says, and tells what kind of PDF it is or is not. */
export async function inspectPdf(path: string): Promise<PdfFacts | { failure: PdfFailure }> {
  const head = await readHead(path);
  if (head.length === 0) {
    return { failure: "empty" };
  }
  if (!head.includes("%PDF-")) {
    return { failure: "not-a-pdf" };
  }
  const { code, stdout, stderr } = await runPoppler("pdfinfo", {
    path,
    before: ["-f", "1", "-l", String(mostPages)],
  });
  if (/Incorrect password/i.test(stderr)) {
    return { failure: "encrypted" };
  }
  return code === 0 ? factsIn(stdout.toString("utf8")) : { failure: "damaged" };
}

export interface TextOptions {
  readonly page?: number;
}

/** The text of a PDF, or of one of its pages. Scans have none. */
export async function pdfText(path: string, { page }: TextOptions = {}): Promise<string> {
  const pages = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
  const { code, stdout } = await runPoppler("pdftotext", {
    path,
    before: ["-enc", "UTF-8", ...pages],
    after: ["-"],
  });
  if (code !== 0) {
    throw new Error("The text of the PDF could not be read");
  }
  return stdout.toString("utf8");
}

const mostPages = 5000;

/** A page that the document counts but does not have makes it damaged. */
function factsIn(report: string): PdfFacts | { failure: PdfFailure } {
  const pages = Number(/^Pages:\s+(\d+)/m.exec(report)?.[1] ?? 0);
  const found = report.match(/^Page\s+\d+ size:/gm)?.length ?? 0;
  if (pages === 0) {
    return { failure: "empty" };
  }
  return found < Math.min(pages, mostPages)
    ? { failure: "damaged" }
    : { pages, encrypted: /^Encrypted:\s+yes/m.test(report) };
}

/** Some scanners put a line of their own before the PDF; readers allow for a kilobyte of it. */
async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
