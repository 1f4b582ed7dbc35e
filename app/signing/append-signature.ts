import {
  dictionaryOf,
  readObjects,
  referenceIn,
  requireReference,
  type PdfObjects,
} from "./pdf-objects.ts";

/** What a signature says about itself inside the PDF. */
export interface SignatureWords {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

export interface PreparedSignature {
  readonly pdf: Buffer;
  /** Where `<` of the room for the signature stands, and where what follows `>` begins. */
  readonly gapFrom: number;
  readonly gapTo: number;
}

/** In bytes; in hexadecimal it takes twice that. */
export const signatureRoom = 16_384;

/**
 * Appends an empty signature to a PDF that we drew. Nothing before the end is touched, so earlier
 * signatures stay good. The same PDF and words give the same bytes: verification relies on it.
 */
export function appendSignature(pdf: Buffer, words: SignatureWords): PreparedSignature {
  const objects = readObjects(pdf);
  const next = Number(/\/Size (\d+)/.exec(objects.trailer)?.[1]);
  const update = describeUpdate(objects, next, words);
  const pieces = [pdf.toString("latin1").endsWith("\n") ? "" : "\n"];
  const offsets = new Map<number, number>();
  let length = pdf.length + (pieces[0]?.length ?? 0);
  for (const [number, body] of update.toSorted(([one], [other]) => one - other)) {
    const written = `${number} 0 obj\n<<\n${body}\n>>\nendobj\n`;
    offsets.set(number, length);
    pieces.push(written);
    length += written.length;
  }
  pieces.push(tableOf(objects, offsets, length));
  return fillRange(Buffer.concat([pdf, Buffer.from(pieces.join(""), "latin1")]), pdf.length);
}

type Update = readonly (readonly [number: number, body: string])[];

function describeUpdate(objects: PdfObjects, next: number, words: SignatureWords): Update {
  const root = requireReference(objects.trailer, "Root");
  const catalog = dictionaryOf(objects, root);
  const page = firstPage(objects, catalog);
  const [signature, field] = [next, next + 1];
  const form = referenceIn(catalog, "AcroForm");
  return [
    [signature, signatureBody(words)],
    [field, fieldBody({ signature, page, title: `Signature${field}` })],
    [page, withReference(dictionaryOf(objects, page), "Annots", field)],
    ...(form === undefined
      ? ([
          [next + 2, `/Fields [${field} 0 R]\n/SigFlags 3`],
          [root, `${catalog}\n/AcroForm ${next + 2} 0 R`],
        ] as const)
      : ([[form, withReference(dictionaryOf(objects, form), "Fields", field)]] as const)),
  ];
}

function firstPage(objects: PdfObjects, catalog: string): number {
  const pages = dictionaryOf(objects, requireReference(catalog, "Pages"));
  const found = /\/Kids \[(\d+) 0 R/.exec(pages)?.[1];
  if (found === undefined) {
    throw new Error("The PDF to sign has no page");
  }
  return Number(found);
}

/** Adds to a list of references, or begins the list. */
function withReference(dictionary: string, name: string, number: number): string {
  if (!dictionary.includes(`/${name}`)) {
    return `${dictionary}\n/${name} [${number} 0 R]`;
  }
  const list = new RegExp(`/${name} \\[([^\\]]*)\\]`);
  if (!list.test(dictionary)) {
    throw new Error(`The PDF keeps /${name} in another way than ours do`);
  }
  return dictionary.replace(list, `/${name} [$1 ${number} 0 R]`);
}

const unknownRange = "[0 0000000000 0000000000 0000000000]";

function signatureBody({ name, reason, location, at }: SignatureWords): string {
  return [
    "/Type /Sig",
    "/Filter /Adobe.PPKLite",
    "/SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${unknownRange}`,
    `/Contents <${"0".repeat(signatureRoom * 2)}>`,
    `/Name ${textString(name)}`,
    `/Reason ${textString(reason)}`,
    `/Location ${textString(location)}`,
    `/M (${pdfDate(at)})`,
  ].join("\n");
}

interface Field {
  readonly signature: number;
  readonly page: number;
  readonly title: string;
}

/** The field has no area of its own: what the reader sees is drawn in the page before signing. */
function fieldBody({ signature, page, title }: Field): string {
  return [
    "/Type /Annot",
    "/Subtype /Widget",
    "/FT /Sig",
    "/Rect [0 0 0 0]",
    "/F 132",
    `/T (${title})`,
    `/V ${signature} 0 R`,
    `/P ${page} 0 R`,
  ].join("\n");
}

function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex").toUpperCase()}>`;
}

/** To the second, in IST. */
function pdfDate(at: Date): string {
  const ist = new Date(at.getTime() + 330 * 60_000).toISOString();
  return `D:${ist.slice(0, 19).replaceAll(/[-:T]/g, "")}+05'30'`;
}

function tableOf(
  { trailer, lastTable }: PdfObjects,
  offsets: ReadonlyMap<number, number>,
  at: number,
): string {
  const rows = [...offsets].map(
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`,
  );
  const size = Math.max(...offsets.keys(), Number(/\/Size (\d+)/.exec(trailer)?.[1]) - 1) + 1;
  const kept = trailer.replace(/\/Size \d+/, `/Size ${size}`).replace(/\n?\/Prev \d+/, "");
  const head = `xref\n${rows.join("")}trailer\n<<\n${kept}\n/Prev ${lastTable}\n>>\n`;
  return `${head}startxref\n${at}\n%%EOF\n`;
}

/** Writes into the PDF which bytes the signature covers: all but the room for itself. */
function fillRange(pdf: Buffer, from: number): PreparedSignature {
  const range = pdf.indexOf(unknownRange, from, "latin1");
  const gapFrom = pdf.indexOf("/Contents <", range, "latin1") + "/Contents ".length;
  const gapTo = gapFrom + signatureRoom * 2 + 2;
  const known = `[0 ${gapFrom} ${gapTo} ${pdf.length - gapTo}]`.padEnd(unknownRange.length, " ");
  pdf.write(known, range, "latin1");
  return { pdf, gapFrom, gapTo };
}
