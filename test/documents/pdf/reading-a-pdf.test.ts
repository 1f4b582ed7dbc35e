import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import PDFDocument from "pdfkit";
import {
  closeCanvas,
  inspectImage,
  inspectPdf,
  pdfText,
  readQrCodes,
} from "../../../app/documents/pdf/index.ts";
import { renderLetter } from "../../../app/drafting/letter/index.ts";
import { aLetter } from "../../drafting/letter-samples.ts";
import { pngOf, scanOf } from "./scanned-page.ts";

const qrText = "https://secretariat.example.in/letters/7K3M-9QXA-22PL";

describe("Reading an uploaded file", () => {
  let folder: string;
  let letter: Buffer;

  const saved = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  const locked = (options: PDFKit.PDFDocumentOptions) =>
    closeCanvas(new PDFDocument(options).text("locked"));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "reading-"));
    letter = await renderLetter(aLetter("letter", "hi", { qr: { text: qrText } }));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it("tells the number of pages of a good PDF, whatever its name", async () => {
    const path = await saved("-odd name;.txt", letter);
    expect(await inspectPdf(path)).to.deep.equal({ pages: 2, encrypted: false });
  });

  it("lets a PDF pass that opens but forbids something", async () => {
    const path = await saved("owner.pdf", await locked({ ownerPassword: "owner" }));
    expect(await inspectPdf(path)).to.deep.equal({ pages: 1, encrypted: true });
  });

  it("gives each bad file its own reason", async () => {
    const locking = { userPassword: "user", ownerPassword: "owner" };
    const bad = [
      ["empty", Buffer.alloc(0)],
      ["not-a-pdf", Buffer.from("PK not a pdf at all")],
      ["not-a-pdf", pngOf({ width: 2, height: 2, grey: new Uint8Array(4) })],
      ["encrypted", await locked(locking)],
      ["damaged", letter.subarray(0, letter.length / 2)],
      ["damaged", letter.subarray(0, 400)],
      ["damaged", Buffer.from("%PDF-1.7\nnothing follows")],
      ["damaged", Buffer.from(letter).fill(7, 600, letter.length - 10)],
    ] as const;
    for (const [index, [failure, content]] of bad.entries()) {
      const path = await saved(`bad-${index}.pdf`, content);
      expect(await inspectPdf(path), `file ${index}`).to.deep.equal({ failure });
    }
  });

  it("gives the text of one page or of all", async () => {
    const path = await saved("text.pdf", letter);
    const [first, all] = [await pdfText(path, { page: 1 }), await pdfText(path)];
    expect(first).to.contain("कृषि, राष्ट्रीय उद्यान").and.not.contain("गार्ड फाइल");
    expect(all).to.contain("गार्ड फाइल");
  });

  it("finds the QR code of a letter", async () => {
    expect(await readQrCodes(await saved("qr.pdf", letter))).to.deep.equal([qrText]);
  });

  for (const degrees of [-4, 1.2, 180]) {
    it(`finds the QR code on a pale, speckled scan turned by ${degrees} degrees`, async () => {
      const scan = await scanOf(await saved("printed.pdf", letter), degrees);
      expect(await readQrCodes(await saved("scan.pdf", scan))).to.deep.equal([qrText]);
    });
  }

  it("finds no QR code where there is none, and none in a file that is no PDF", async () => {
    const plain = await renderLetter(aLetter("letter", "hi"));
    expect(await readQrCodes(await saved("plain.pdf", plain))).to.deep.equal([]);
    expect(await readQrCodes(await saved("text.txt", "words"))).to.deep.equal([]);
  });

  it("bounds a page of monstrous size", async () => {
    const huge = closeCanvas(new PDFDocument({ size: [14_000, 14_000] }).text("huge"));
    expect(await readQrCodes(await saved("huge.pdf", await huge))).to.deep.equal([]);
  });

  it("tells the size of an image from its head alone", async () => {
    const png = pngOf({ width: 30, height: 20, grey: new Uint8Array(600) });
    expect(await inspectImage(await saved("a.png", png))).to.deep.equal({
      kind: "png",
      width: 30,
      height: 20,
    });
    const jpeg = Buffer.from("ffd8ffe000040000ffc0000b080014001e01011100ffd9", "hex");
    expect(await inspectImage(await saved("a.jpg", jpeg))).to.deep.equal({
      kind: "jpeg",
      width: 30,
      height: 20,
    });
  });

  it("refuses images that are none, are cut short, or would be monstrous", async () => {
    const bomb = pngOf({ width: 60_000, height: 0, grey: new Uint8Array() });
    bomb.writeUInt32BE(60_000, 20);
    const bad = [
      ["not-an-image", Buffer.from("<svg/>")],
      ["damaged", Buffer.from("89504e470d0a1a0a", "hex")],
      ["damaged", Buffer.from("ffd8ffe0ffff00", "hex")],
      ["too-large", bomb],
    ] as const;
    for (const [failure, content] of bad) {
      expect(await inspectImage(await saved("bad.img", content))).to.deep.equal({ failure });
    }
  });
});
