import { deflateSync } from "node:zlib";

export interface PdfWish {
  /** Entries of the catalogue, of the page, and objects from number 10 on. */
  readonly catalogue?: string;
  readonly page?: string;
  readonly objects?: readonly string[];
  /** Written behind the whole as a later change. */
  readonly update?: string;
  readonly trailer?: string;
  readonly before?: string;
  readonly after?: string;
}

const plain = {
  catalogue: "",
  page: "",
  objects: [] as readonly string[],
  update: "",
  trailer: "",
  before: "",
  after: "",
};

/** A PDF of one page, as told. */
export function buildPdf(given: PdfWish = {}): Buffer {
  const wish = { ...plain, ...given };
  const drawing = "BT /F1 12 Tf 72 720 Td (Letter) Tj ET";
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${wish.catalogue} >>`],
    [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
       /Resources << /Font << /F1 5 0 R >> >> ${wish.page} >>`,
    ],
    [4, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
    ...wish.objects.map((text, index): [number, string] => [10 + index, text]),
  ]);
  let text = `${wish.before}%PDF-1.7\n`;
  const places = new Map<number, number>();
  for (const [number, body] of objects) {
    places.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const table = text.length;
  text += "xref\n0 1\n0000000000 65535 f \n";
  for (const [number, place] of places) {
    text += `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`;
  }
  text += `trailer\n<< /Size ${10 + objects.size} /Root 1 0 R ${wish.trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text + wish.update + wish.after, "latin1");
}

/** Objects packed into a stream, as `number value` pairs; with its type told or not. */
export function objectStream(objects: readonly string[], told = true, packed = true): string {
  let body = "";
  const heads: string[] = [];
  objects.forEach((object, index) => {
    heads.push(`${40 + index} ${body.length}`);
    body += `${object} `;
  });
  const head = `${heads.join(" ")} `;
  const raw = Buffer.from(head + body, "latin1");
  const bytes = packed ? deflateSync(raw) : raw;
  return `<< ${told ? "/Type /ObjStm " : ""}/N ${objects.length} /First ${head.length} /Length ${bytes.length}${
    packed ? " /Filter /FlateDecode" : ""
  } >>\nstream\n${bytes.toString("latin1")}\nendstream`;
}
