import { refuseIf } from "../finding.ts";

/** The text of an XML part, as it is written; refused where it defines anything of its own. */
export function readXml(bytes: Buffer): string {
  const text = decode(bytes);
  refuseIf(/<!(?:doctype|entity|element|attlist|notation)/i.test(text), "bomb");
  return text;
}

/** What declares another way of writing letters could hide anything from this reader. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.toString("utf16le", 2);
  }
  refuseIf(bytes[0] === 0xfe && bytes[1] === 0xff, "damaged");
  refuseIf(bytes.subarray(0, 64).includes(0), "damaged");
  const text = bytes.toString("utf8");
  const [, encoding = "utf-8"] = /^\ufeff?<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(text) ?? [];
  refuseIf(!/^(?:utf-8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding), "damaged");
  return text;
}

const letters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** With letters by number and by name resolved. It has no elements any more: what was text may look like one. */
export function resolved(text: string): string {
  return text
    .replace(/&#x0*([\da-f]{1,6});/gi, (_, digits: string) => letter(parseInt(digits, 16)))
    .replace(/&#0*(\d{1,7});/g, (_, digits: string) => letter(Number(digits)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => letters[name] ?? "");
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** An element of XML, whatever prefix it has. */
export interface Element {
  /** In small letters. */
  readonly name: string;
  /** By names in small letters without their prefixes, under which there may be several. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Its own text and that of what it holds, without comments. */
  readonly text: string;
}

/** Every element whose name fits, as a reader of XML finds it and in one pass. */
export function elements(xml: string, fits: RegExp): Element[] {
  const found: (Element & { text: string })[] = [];
  let open: (Element & { text: string }) | undefined;
  for (let at = 0; at < xml.length;) {
    const piece = pieceAt(xml, at);
    at = piece.end;
    const name = nameOf(piece.tag);
    if (open && piece.tag === "") {
      open.text += piece.text;
    } else if (open && piece.tag.startsWith("/") && name === open.name) {
      open = undefined;
    } else if (fits.test(name) && !piece.tag.startsWith("/")) {
      const element = { name, attributes: attributesIn(piece.tag), text: "" };
      found.push(element);
      open = piece.tag.endsWith("/") ? open : element;
    }
  }
  return found;
}

interface Piece {
  /** What stands between the brackets; nothing for text, comments and instructions. */
  readonly tag: string;
  readonly text: string;
  readonly end: number;
}

function pieceAt(xml: string, at: number): Piece {
  if (xml[at] !== "<") {
    const next = xml.indexOf("<", at);
    const end = next < 0 ? xml.length : next;
    return { tag: "", text: resolved(xml.slice(at, end)), end };
  }
  if (xml.startsWith("<![CDATA[", at)) {
    const end = endOf(xml, "]]>", at);
    return { tag: "", text: xml.slice(at + 9, end - 3), end };
  }
  const closing = xml.startsWith("<!--", at) ? "-->" : "?>";
  if (closing === "-->" || xml[at + 1] === "?") {
    return { tag: "", text: "", end: endOf(xml, closing, at + 2) };
  }
  const end = endOfTag(xml, at);
  return { tag: xml.slice(at + 1, end - 1), text: "", end };
}

function endOf(xml: string, closing: string, from: number): number {
  const found = xml.indexOf(closing, from);
  refuseIf(found < 0, "damaged");
  return found + closing.length;
}

/** A bracket inside quotes ends no tag. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (sign === ">") {
      return at + 1;
    }
    if (sign === '"' || sign === "'") {
      at = endOf(xml, sign, at + 1) - 1;
    }
  }
  refuseIf(true, "damaged");
  return xml.length;
}

function nameOf(tag: string): string {
  const [whole = ""] = tag.replace(/^\//, "").split(/[\s/]/, 1);
  return withoutPrefix(whole);
}

function withoutPrefix(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}

function attributesIn(tag: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const quotes = /["']/g;
  for (let [at, quote] = [0, quotes.exec(tag)]; quote; quote = quotes.exec(tag)) {
    const end = tag.indexOf(quote[0], quote.index + 1);
    const [before = ""] = tag.slice(at, quote.index).split("=", 1);
    const name = withoutPrefix(before.trim().split(/\s/).at(-1) ?? "");
    const values = found.get(name) ?? [];
    values.push(resolved(tag.slice(quote.index + 1, end)).trim());
    found.set(name, values);
    at = end + 1;
    quotes.lastIndex = at;
  }
  return found;
}
