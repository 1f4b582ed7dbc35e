import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import PDFDocument from "pdfkit";

const run = promisify(execFile);

/** Turns every page of a PDF into a grey picture, as a scanner would: no text is left in it. */
export async function scanPages(pdf: Buffer, at: Date): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "scan-"));
  try {
    const source = join(folder, "source.pdf");
    await writeFile(source, pdf);
    const options = ["-jpeg", "-jpegopt", "quality=55", "-gray", "-r", "110"];
    await run("pdftoppm", [...options, source, join(folder, "page")]);
    const pages = (await readdir(folder)).filter((name) => name.endsWith(".jpg")).toSorted();
    return await bind(await Promise.all(pages.map((name) => readFile(join(folder, name)))), at);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function bind(pictures: readonly Buffer[], at: Date): Promise<Buffer> {
  const info = { Title: "Scan", CreationDate: at, ModDate: at };
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    compress: false,
    info,
  });
  for (const picture of pictures) {
    const { width, height } = document.addPage().page;
    document.image(picture, 0, 0, { width, height });
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
    document.end();
  });
}
