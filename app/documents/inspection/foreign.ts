import { refuseIf } from "./finding.ts";
import { windowsOf, type Source } from "./source.ts";

/** What has no place in a picture: the beginnings of pages, scripts and documents. */
const strangers = /<\?php|<script|<html|<svg[\s>]|%pdf-|#!\/(?:bin|usr)|<!doctype/i;
const endOfZip = Buffer.from("504b0506", "hex");
const longestZipEnd = 65_557;

/** Refuses a file that is one thing to this reader and another to the next. */
export function refuseTwoKinds(source: Source, from = 0): void {
  for (const { at, bytes } of windowsOf(source, 8 * 1024 ** 2, 16)) {
    const text = bytes.toString("latin1", Math.max(0, from - at));
    refuseIf(strangers.test(text), "two-kinds");
  }
  refuseZipAtEnd(source);
}

/** Archives are found from their end, whatever stands before. */
export function refuseZipAtEnd(source: Source): void {
  const tail = source.read(Math.max(0, source.size - longestZipEnd), longestZipEnd);
  refuseIf(tail.includes(endOfZip), "two-kinds");
}
