import { deflateSync } from "node:zlib";
import { eicar } from "../support/clamd.ts";
import { anOffice } from "./build-office.ts";
import { buildJpeg, buildPng, buildTiff, pngChunk } from "./build-images.ts";
import { buildPdf } from "./build-pdf.ts";
import type { Sample } from "./sample.ts";

const virus = Buffer.from(eicar, "latin1");
const head =
  "From: a@x.example\r\nDate: Fri, 20 Nov 2026 10:00:00 +0530\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

/** The same virus in twelve wrappings, all of them good documents otherwise. */
export function withVirus(): Sample[] {
  const size = { width: 8, height: 8 };
  const packed = deflateSync(virus).toString("latin1");
  const plain = virus.toString("latin1");
  const media = (name: string) => ({ more: [{ name, bytes: virus }] });
  const stream = (entry: string, body: string) =>
    buildPdf({ objects: [`<< ${entry} /Length ${body.length} >>\nstream\n${body}\nendstream`] });
  const wrappings: Readonly<Record<string, Buffer>> = {
    "plain.txt": virus,
    "table.csv": Buffer.from(`name\n${plain}\n`, "latin1"),
    "body.eml": Buffer.from(`${head}\r\n${plain}\r\n`, "latin1"),
    "attached.eml": Buffer.from(
      `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${virus.toString("base64")}\r\n--b--\r\n`,
    ),
    "stream.pdf": stream("/X 1", plain),
    "packed.pdf": stream("/Filter /FlateDecode", packed),
    "media.docx": anOffice("docx", media("word/media/a.txt")),
    "media.xlsx": anOffice("xlsx", media("xl/media/a.txt")),
    "media.pptx": anOffice("pptx", media("ppt/media/a.txt")),
    "picture.odt": anOffice("odt", media("Pictures/a.txt")),
    "words.png": buildPng({
      ...size,
      extra: [pngChunk("tEXt", Buffer.concat([Buffer.from("a\0"), virus]))],
    }),
    "comment.jpg": buildJpeg({ ...size, comment: virus }),
    "gap.tif": buildTiff({ ...size, after: virus }),
  };
  return Object.entries(wrappings).map(([name, bytes]) => ({ group: "virus", name, bytes }));
}
