/** The cross-reference tables of a PDF of our own making: where every object of it begins. */
export interface PdfObjects {
  readonly text: string;
  readonly offsets: ReadonlyMap<number, number>;
  readonly lastTable: number;
  readonly trailer: string;
}

/** Reads classic tables, newest first. Anything else was not drawn by us, and is refused. */
export function readObjects(pdf: Buffer): PdfObjects {
  const text = pdf.toString("latin1");
  const lastTable = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  const offsets = new Map<number, number>();
  const trailer = readTable(text, lastTable, offsets);
  for (let previous = previousOf(trailer); previous !== undefined;) {
    previous = previousOf(readTable(text, previous, offsets));
  }
  return { text, offsets, lastTable, trailer };
}

/** What stands between `<<` and the last `>>` of an object that is a dictionary. */
export function dictionaryOf({ text, offsets }: PdfObjects, number: number): string {
  const from = offsets.get(number) ?? -1;
  const end = text.indexOf("endobj", from);
  const found = /^(\d+) 0 obj\s*<<(.*)>>\s*$/s.exec(text.slice(from, end));
  if (from < 0 || found?.[1] !== String(number) || found[2] === undefined) {
    throw new Error(`Object ${number} of the PDF is not a dictionary of ours`);
  }
  return found[2].trim();
}

/** The number in an entry such as `/Root 3 0 R`. */
export function referenceIn(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

export function requireReference(dictionary: string, name: string): number {
  const found = referenceIn(dictionary, name);
  if (found === undefined) {
    throw new Error(`The PDF has no /${name} where ours have one`);
  }
  return found;
}

function previousOf(trailer: string): number | undefined {
  const found = /\/Prev (\d+)/.exec(trailer)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Notes where objects begin, unless a newer table has said so already; gives the trailer. */
function readTable(text: string, at: number, offsets: Map<number, number>): string {
  const end = text.indexOf("startxref", at);
  const found = /^xref\n([\d fn\r\n]+)trailer\s*<<(.*)>>\s*$/s.exec(text.slice(at, end));
  if (!Number.isInteger(at) || end < 0 || found?.[1] === undefined || found[2] === undefined) {
    throw new Error("The PDF has no cross-reference table as ours have");
  }
  let number = 0;
  for (const row of found[1].split("\n")) {
    const [first, , kind] = row.trim().split(" ");
    if (kind === undefined) {
      number = Number(first);
    } else {
      if (kind === "n" && !offsets.has(number)) {
        offsets.set(number, Number(first));
      }
      number += 1;
    }
  }
  return found[2].trim();
}
