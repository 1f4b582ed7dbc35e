import { deflateSync } from "node:zlib";
import { buildPdf } from "./build-pdf.ts";
import type { Sample } from "./sample.ts";

const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
const attachment = "/EF << /F 10 0 R >>";
const attached = ["<< /Length 2 >>\nstream\nMZ\nendstream"];
const unpacker = "/FlateDecode";
const share = "/F (\\\\\\\\10.0.0.1\\\\share\\\\x.pdf)";

/** What one reader of PDF reads this way and another that way. */
export function misreadPdfs(): Sample[] {
  return Object.entries({ ...packs(), ...brokenPlaces(), ...farPlaces() }).map(([name, bytes]) => ({
    group: "misread-pdf",
    name: `${name}.pdf`,
    bytes,
  }));
}

/** Objects in a stream of which it is not plain how it is packed, or how far it goes. */
function packs(): Record<string, Buffer> {
  const pack = (entries: string, bytes: Buffer) =>
    buildPdf({
      catalogue: "/OpenAction 40 0 R",
      objects: [
        `<< /Type /ObjStm /N 1 /First 5 ${entries} >>\nstream\n${bytes.toString("latin1")}\nendstream`,
        unpacker,
      ],
    });
  const packed = deflateSync(Buffer.from(`40 0 ${script} `));
  const open = Buffer.from(`40 0 %endstream\n${script} `);
  const length = `/Length ${packed.length}`;
  return {
    "filter-by-reference": pack(`${length} /Filter 11 0 R`, packed),
    "filter-listed-by-reference": pack(`${length} /Filter [11 0 R]`, packed),
    "filter-null": pack(`${length} /Filter null /F ${unpacker}`, packed),
    "filter-twice": pack(`${length} /Filter null /Filter ${unpacker}`, packed),
    "end-in-a-comment": pack(`/Length ${open.length}`, open),
    "end-in-a-comment-length-by-reference": pack("/Length 12 0 R", open),
  };
}

/** Keys behind a place at which a careful reader would stop. */
function brokenPlaces(): Record<string, Buffer> {
  const broken = (text: string) =>
    buildPdf({ catalogue: `/AF [<< /Type /Filespec ${text} >>]`, objects: attached });
  return {
    "list-for-a-key": broken(`[ ${attachment} ]`),
    "lone-bracket": broken(`> ${attachment}`),
    "value-missing": broken(`/A >> ${attachment}`),
    "end-inside": broken(`endobj ${attachment}`),
    "stream-inside": broken(`stream ${attachment}`),
    "end-inside-a-list": broken(`/A [ endobj << ${attachment} >> ]`),
    "lock-in-a-list": buildPdf({ trailer: "[ /Encrypt 10 0 R ]", objects: attached }),
  };
}

/** Objects that begin where they are not expected, and files of which a document is made. */
function farPlaces(): Record<string, Buffer> {
  const action = buildPdf({ catalogue: "/OpenAction 10 0 R", objects: [script] }).toString(
    "latin1",
  );
  const begun = (head: string) => Buffer.from(action.replace("10 0 obj", head), "latin1");
  const seam = Buffer.from(`%PDF-1.7\n${" ".repeat(16 * 1024 ** 2 - 40)}\n`);
  const wide = Buffer.from(`10 0 obj\n<< ${" ".repeat(5 * 1024 ** 2)}${script.slice(2)}\nendobj\n`);
  return {
    "long-generation": begun("10 000000000000 obj"),
    "comment-before": begun("10 0 %note (\r\n obj"),
    "cut-at-the-seam": Buffer.concat([seam, wide, buildPdf()]),
    "begun-at-the-seam": Buffer.concat([
      seam,
      Buffer.from(`${" ".repeat(25)}10 0 \nobj ${script} endobj\n`),
      buildPdf(),
    ]),
    thread: buildPdf({ page: `/Annots [<< /Subtype /Link /A << /S /Thread ${share} /D 0 >> >>]` }),
    "made-of-another": buildPdf({
      objects: [
        `<< /Type /XObject /Subtype /Form /Ref << ${share} /Page 0 >> /Length 1 >>\nstream\n \nendstream`,
      ],
    }),
    "stream-from-elsewhere": buildPdf({
      objects: ["<< /F << /FS /URL /F (http://10.0.0.1/x) >> /Length 1 >>\nstream\n \nendstream"],
    }),
  };
}
