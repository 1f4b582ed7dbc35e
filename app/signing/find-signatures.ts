import type { SignatureWords } from "./append-signature.ts";

/** A signature as it lies in the bytes, its place checked but nothing of it believed yet. */
export interface FoundSignature {
  /** Where `<` of the signature stands, and where what follows `>` begins. */
  readonly gapFrom: number;
  readonly gapTo: number;
  /** The end of what it covers. */
  readonly coversTo: number;
  readonly cms: Buffer;
  readonly words: SignatureWords;
}

const rangePattern = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/y;

/** Every place that claims to be a signature, in order; what is not exactly one is `undefined`. */
export function findSignatures(pdf: Buffer): (FoundSignature | undefined)[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/ByteRange/g)].map(({ index }) => readSignature(pdf, text, index));
}

function readSignature(pdf: Buffer, text: string, at: number): FoundSignature | undefined {
  const range = readRange(text, at);
  const dictionary = dictionaryAround(text, at);
  if (!range || !dictionary || !isSound(pdf, range)) {
    return undefined;
  }
  const { gapFrom, gapTo, coversTo } = range;
  if (!isWholeString(text, gapFrom, gapTo) || !isItsContents(text, dictionary, range)) {
    return undefined;
  }
  const cms = Buffer.from(text.slice(gapFrom + 1, gapTo - 1), "hex");
  const words = wordsOf(text.slice(dictionary.from, gapFrom) + text.slice(gapTo, dictionary.to));
  return { gapFrom, gapTo, coversTo, cms, words };
}

interface Range {
  readonly from: number;
  readonly gapFrom: number;
  readonly gapTo: number;
  readonly coversTo: number;
}

function readRange(text: string, at: number): Range | undefined {
  rangePattern.lastIndex = at;
  const [from, gapFrom, gapTo, rest] = rangePattern.exec(text)?.slice(1).map(Number) ?? [];
  return from === undefined || gapFrom === undefined || gapTo === undefined || rest === undefined
    ? undefined
    : { from, gapFrom, gapTo, coversTo: gapTo + rest };
}

function isSound(pdf: Buffer, { from, gapFrom, gapTo, coversTo }: Range): boolean {
  return from === 0 && gapFrom < gapTo && coversTo <= pdf.length;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function dictionaryAround(text: string, at: number): Span | undefined {
  const from = text.lastIndexOf(" obj", at);
  const to = text.indexOf("endobj", at);
  return from === -1 || to === -1 ? undefined : { from, to };
}

/** The gap is one hexadecimal string and nothing else: no room to hide a second reading in. */
function isWholeString(text: string, gapFrom: number, gapTo: number): boolean {
  const hex = text.slice(gapFrom + 1, gapTo - 1);
  const fenced = text[gapFrom] === "<" && text[gapTo - 1] === ">";
  return fenced && hex.length > 0 && hex.length % 2 === 0 && /^[\da-fA-F]+$/.test(hex);
}

/** The dictionary has one `/Contents`, and the gap is its value. */
function isItsContents(text: string, { from, to }: Span, { gapFrom, gapTo }: Range): boolean {
  const dictionary = text.slice(from, to);
  const first = dictionary.indexOf("/Contents");
  const isItsValue = text.slice(from + first + "/Contents".length, gapFrom).trim() === "";
  const isOnly = first !== -1 && first === dictionary.lastIndexOf("/Contents");
  return isOnly && isItsValue && gapFrom > from && gapTo < to;
}

function wordsOf(dictionary: string): SignatureWords {
  return {
    name: textIn(dictionary, "Name"),
    reason: textIn(dictionary, "Reason"),
    location: textIn(dictionary, "Location"),
    at: momentIn(dictionary),
  };
}

function textIn(dictionary: string, name: string): string {
  const hex = new RegExp(`/${name}\\s*<([\\da-fA-F]*)>`).exec(dictionary)?.[1];
  if (hex !== undefined && hex.length % 4 === 0) {
    return Buffer.from(hex, "hex")
      .swap16()
      .toString("utf16le")
      .replace(/^\ufeff/, "");
  }
  return new RegExp(`/${name}\\s*\\(([^()\\\\]*)\\)`).exec(dictionary)?.[1] ?? "";
}

/** The claimed time; the beginning of time where none is claimed, which no certificate covers. */
function momentIn(dictionary: string): Date {
  const pattern = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?/;
  const found = pattern.exec(dictionary);
  if (!found) {
    return new Date(0);
  }
  const [, year, month, day, hour, minute, second, zoneHour = "+00", zoneMinute = "00"] = found;
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`;
  const parsed = new Date(moment);
  return Number.isNaN(parsed.getTime()) ? new Date(0) : parsed;
}
