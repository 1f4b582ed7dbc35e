/**
 * Browsers do not show TIFF. What it holds is what PDF holds: its strips are laid into a PDF as they are, and
 * nothing is decoded here.
 */
import { download, withStoredFile, type Download } from "../base/index.ts";
import type { StoredDocument } from "./document.ts";
import { tiffPages } from "./inspection/images/tiff.ts";
import { sourceOfFile } from "./inspection/source.ts";
import { pdfOfStrips } from "./pdf-of-strips.ts";

export async function tiffAsPdf(document: StoredDocument): Promise<Download> {
  const bytes = await pdfOfTiff(document);
  const name = document.name.replace(/\.\w+$/, ".pdf");
  return download({ mediaType: "application/pdf", name, inline: true }, bytes);
}

export function pdfOfTiff({ sha256 }: StoredDocument): Promise<Buffer> {
  return withStoredFile(sha256, async (path) => {
    const source = sourceOfFile(path);
    return Promise.resolve(pdfOfStrips(source, tiffPages(source)));
  });
}
