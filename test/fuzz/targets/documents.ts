import ExcelJS from "exceljs";
import { toBuffer } from "qrcode";
import { lookInto } from "../../../app/documents/inspection/look-into.ts";
import { Unfit } from "../../../app/documents/inspection/finding.ts";
import { sourceOfBytes } from "../../../app/documents/inspection/source.ts";
import { aPdf } from "../../signing/signed-letter.ts";
import type { Target } from "../fuzz.ts";

const isUnfit = (error: unknown): boolean => error instanceof Unfit;

/** Looked into as a worker of its own would; here inside, where a crash is seen. */
function looking(
  name: string,
  extension: string,
  given: Pick<Target, "inputs" | "seeds" | "words">,
) {
  return {
    name,
    ...given,
    read: (input: Buffer) => lookInto(sourceOfBytes(input), extension),
    isRefusal: isUnfit,
  } satisfies Target;
}

/** One strip of one white pixel, little-endian. */
function aTiff(): Buffer {
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 3, 1],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 3, 1],
    [279, 4, 1],
  ];
  const tiff = Buffer.alloc(10 + 2 + entries.length * 12 + 4);
  tiff.write("II*\0", "latin1");
  tiff.writeUInt32LE(10, 4);
  tiff.writeUInt16LE(entries.length, 10);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 12 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  return tiff;
}

/** Start of image, one frame header of eight by eight, a scan of nothing, end of image. */
function aJpeg(): Buffer {
  return Buffer.from(
    "ffd8ffe000104a46494600010100000100010000ffc0000b080008000801011100ffda0008010100003f00d2cf20ffd9",
    "hex",
  );
}

async function aWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("पंजी").addRow(["क्रमांक", "विषय", 12]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const mail = `From: a@example.in\r\nTo: b@example.in\r\nSubject: =?utf-8?B?4KSq4KSk4KWN4KSw?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nनमस्ते\r\n--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n`;

export const documentTargets: readonly Target[] = [
  looking("images", "png", {
    inputs: 20_000,
    seeds: async () => [await toBuffer("नस्ती"), aJpeg(), aTiff()],
    words: ["IHDR", "IDAT", "IEND", "PLTE", "acTL", "\u00ff\u00d8", "II*\0", "MM\0*"],
  }),
  looking("pdf", "pdf", {
    inputs: 8_000,
    seeds: async () => [await aPdf()],
    words: [
      "/JS",
      "/Launch",
      "/ObjStm",
      "/Length",
      "stream",
      "endstream",
      "<<",
      ">>",
      "/#4a#53",
      "obj",
    ],
  }),
  looking("office", "xlsx", {
    inputs: 3_000,
    seeds: async () => [await aWorkbook()],
    words: ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "../", "[Content_Types].xml"],
  }),
  looking("mail", "eml", {
    inputs: 12_000,
    seeds: () => [Buffer.from(mail)],
    words: ["\r\n\r\n", "--x", "boundary=", "Content-Type:", "base64", "multipart/mixed"],
  }),
];
