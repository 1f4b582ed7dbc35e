import { refuseIf, type Failure } from "../finding.ts";
import { Name, type Dictionary, type Value } from "./read-value.ts";

/** What acts, sends, starts or carries: as a key of a dictionary. */
const keys: Readonly<Record<string, Failure>> = {
  JS: "active",
  JavaScript: "active",
  AA: "active",
  XFA: "active",
  RichMediaContent: "active",
  RichMediaSettings: "active",
  EF: "holds-files",
  EmbeddedFiles: "holds-files",
  Collection: "holds-files",
  Encrypt: "encrypted",
};

/** The same, as the name of an action or of a kind. */
const names: Readonly<Record<string, Failure>> = {
  JavaScript: "active",
  Launch: "active",
  SubmitForm: "active",
  ImportData: "active",
  RichMedia: "active",
  RichMediaExecute: "active",
  Rendition: "active",
  Movie: "active",
  "3D": "active",
  U3D: "active",
  PRC: "active",
  GoToR: "leads-outside",
  GoToE: "leads-outside",
  EmbeddedFile: "holds-files",
};

/** Addresses on the reader's own machine or network, and addresses that are programs. */
const badAddress =
  /^[\s\0\ufeff]*(?:(?:file|smb|ftp|javascript|vbscript|data|ms-[\w-]+|search-ms|jar):|\\\\)/i;

/** Links, and files of which a part of the document is made. */
const addresses = new Set(["URI", "F", "UF"]);

/** "file: 12/2026" may be a title; an address has no space there. */
const isSpoken = /^[\s\0\ufeff]*[\w-]+:\s/;

/** Refuses an object that does something by itself, carries files, or leads out of the document. */
export function judgeValue(value: Value): void {
  if (value instanceof Name) {
    refuseFor(names[value.text]);
  } else if (Array.isArray(value)) {
    value.forEach(judgeValue);
  } else if (value instanceof Map) {
    judgeDictionary(value as Dictionary);
  }
}

/** A string that is an object of its own may be the address of a link elsewhere. */
export function judgeObject(value: Value): void {
  if (Buffer.isBuffer(value)) {
    const text = textOf(value);
    refuseIf(badAddress.test(text) && !isSpoken.test(text), "leads-outside");
  }
  judgeValue(value);
}

function judgeDictionary(dictionary: Dictionary): void {
  for (const [given, value] of dictionary) {
    const [key = ""] = given.split("\0", 1);
    refuseFor(Object.hasOwn(keys, key) ? keys[key] : undefined);
    if (addresses.has(key) && Buffer.isBuffer(value)) {
      refuseIf(badAddress.test(textOf(value)), "leads-outside");
    }
    refuseIf(key === "FS" && value instanceof Name && value.text === "URL", "leads-outside");
    judgeValue(value);
  }
  judgeSize(dictionary);
}

const mostPixels = 400_000_000;

/** Plans of whole towns are large, but not without end. */
function judgeSize(dictionary: Dictionary): void {
  const [width, height] = [dictionary.get("Width"), dictionary.get("Height")];
  if (typeof width === "number" && typeof height === "number") {
    refuseIf(width * height > mostPixels, "image-too-large");
  }
}

function refuseFor(failure: Failure | undefined): void {
  if (failure) {
    refuseIf(true, failure);
  }
}

function textOf(bytes: Buffer): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString("utf16le")
    : bytes.toString("latin1");
}
