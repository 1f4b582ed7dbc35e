/**
 * INVARIANT: every place where a viewer could find an object is looked at: wherever `1 0 obj` stands, inside
 * streams too, every trailer, and whatever object streams hold. The cross-reference table is not trusted to say
 * where objects are, since it may say one thing to us and another to the viewer.
 */
import { refuseIf, type Facts } from "../finding.ts";
import { refuseZipAtEnd } from "../foreign.ts";
import { windowsOf, type Source } from "../source.ts";
import { judgeObject } from "./judge-value.ts";
import { judgeStream } from "./judge-stream.ts";
import type { Place } from "./place.ts";
import { Reader } from "./read-value.ts";

export const pdfMagic = "%PDF-";

const mostObjects = 2_000_000;
const window = 16 * 1024 ** 2;
const longestObject = 4 * 1024 ** 2;
const beginnings = /(?:obj|trailer)(?![a-z])/g;

export async function inspectPdf(source: Source): Promise<Facts> {
  refuseStrangers(source);
  let objects = 0;
  for (const { at, bytes } of windowsOf(source, window, longestObject)) {
    const text = bytes.toString("latin1");
    for (const { index, 0: beginning } of text.matchAll(beginnings)) {
      if (index >= window) {
        break;
      }
      if (beginning === "obj" && !followsNumber(text, index)) {
        continue;
      }
      objects += 1;
      refuseIf(objects > mostObjects, "bomb");
      await judgeAt({ source, at, bytes }, index + beginning.length);
    }
  }
  refuseIf(objects < 3, "damaged");
  return { mediaType: "application/pdf", extension: "pdf" };
}

/** `1 0 obj`, with white space or comments between, or nothing. What lies before the window may be a number. */
function followsNumber(text: string, index: number): boolean {
  let before = index - 1;
  while (/[\s\0]/.test(text.charAt(before))) {
    before -= 1;
  }
  if (before < 0 || /\d/.test(text.charAt(before))) {
    return true;
  }
  const isOnItsLine = !/[\r\n]/.test(text.slice(before + 1, index));
  const line = Math.max(text.lastIndexOf("\n", before), text.lastIndexOf("\r", before));
  return !isOnItsLine && (line < 0 || text.slice(line, before + 1).includes("%"));
}

async function judgeAt(place: Place, from: number): Promise<void> {
  const reader = new Reader(place.bytes, from);
  const value = reader.value();
  judgeObject(value);
  const isCut =
    reader.at >= place.bytes.length && place.at + place.bytes.length < place.source.size;
  refuseIf(isCut, "bomb");
  const isStream = value instanceof Map && reader.isNext("stream");
  if (isStream) {
    await judgeStream(value, { ...place, from: reader.at });
  }
}

/** A line of a scanner may stand before the document, and padding behind it; nothing else. */
function refuseStrangers(source: Source): void {
  const head = source.read(0, 1024 + pdfMagic.length);
  const start = head.indexOf(pdfMagic);
  const before = head.toString("latin1", 0, Math.max(0, start)).replace(/^\u00ef\u00bb\u00bf/, "");
  refuseIf(/[^\t\r\n -~]|[<{#@]|^(?:MZ|PK|GIF8|BM|Rar!|II|MM)/.test(before), "two-kinds");
  const tail = source.read(Math.max(0, source.size - 4096), 4096).toString("latin1");
  const end = tail.lastIndexOf("%%EOF");
  refuseIf(end < 0, "damaged");
  refuseIf(
    tail
      .slice(end + 5)
      .replace(/^%*/, "")
      .replaceAll("\u001a", "")
      .replace(/[\s\0]/g, "") !== "",
    "two-kinds",
  );
  refuseZipAtEnd(source);
}
