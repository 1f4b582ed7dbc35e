import { constants, createInflate, inflateSync } from "node:zlib";
import { refuseIf, Unfit } from "../finding.ts";
import { judgeObject } from "./judge-value.ts";
import type { Place } from "./place.ts";
import { Name, Reader, type Dictionary, type Value } from "./read-value.ts";

const largestPack = 64 * 1024 ** 2;
const largestStream = 256 * 1024 ** 2;
/** Deflate cannot make more than a thousandfold; what is smaller than this stays harmless. */
const harmless = 256 * 1024;

/** Looks into a stream that holds objects; lets a large one pass by, to see that it ends. */
export async function judgeStream(
  dictionary: Dictionary,
  place: Place & { readonly from: number },
): Promise<void> {
  const filters = filtersOf(dictionary.get("Filter") ?? dictionary.get("F"));
  refuseIf(filters.filter((one) => one === "FlateDecode").length > 1 || filters.length > 4, "bomb");
  const raw = rawOf(place);
  if (holdsObjects(dictionary)) {
    refuseUnclear(dictionary);
    judgePack(unpacked(raw(largestPack), filters, dictionary));
  } else if (filters.includes("FlateDecode")) {
    const length = lengthOf(dictionary, raw);
    if (length > harmless) {
      await letPass(place.source, raw.at, length);
    }
  }
}

const longNames: Readonly<Record<string, string>> = { Fl: "FlateDecode" };

function filtersOf(value: Value): string[] {
  const several = Array.isArray(value) ? (value as readonly Value[]) : [value];
  return several.flatMap((one) => (one instanceof Name ? (longNames[one.text] ?? one.text) : []));
}

/** By what makes readers take it for one; its declared type they ignore. */
function holdsObjects(dictionary: Dictionary): boolean {
  const type = dictionary.get("Type");
  const declared = type instanceof Name && type.text === "ObjStm";
  return declared || (dictionary.has("N") && dictionary.has("First"));
}

/** What is said twice, as nothing or by reference, one reader takes for this and the next for that. */
function refuseUnclear(dictionary: Dictionary): void {
  for (const names of [["Filter", "F"], ["DecodeParms", "DP"], ["Length"]]) {
    const said = [...dictionary.keys()].filter((key) =>
      names.includes(key.split("\0", 1)[0] ?? ""),
    );
    refuseIf(said.length > 1, "damaged");
  }
  const filter = dictionary.get("Filter") ?? dictionary.get("F") ?? [];
  const several = Array.isArray(filter) ? (filter as readonly Value[]) : [filter];
  refuseIf(!several.every((one) => one instanceof Name), "damaged");
}

function rawOf({ source, at, bytes, from }: Place & { readonly from: number }) {
  const after = from + "stream".length;
  const start = after + (bytes[after] === 13 ? 1 : 0);
  const begin = at + start + (bytes[start] === 10 ? 1 : 0);
  return Object.assign((most: number) => source.read(begin, Math.min(most, source.size - begin)), {
    at: begin,
  });
}

function unpacked(raw: Buffer, filters: readonly string[], dictionary: Dictionary): Buffer {
  if (filters.length === 0) {
    const [end, length] = [raw.indexOf("endstream"), dictionary.get("Length")];
    refuseIf(typeof length !== "number" || end < length, "damaged");
    return raw.subarray(0, end);
  }
  // Other ways of packing objects exist on paper; no program of an office uses them.
  const isUsual = filters.length === 1 && filters[0] === "FlateDecode";
  refuseIf(!isUsual || isPredicted(dictionary), "damaged");
  try {
    return inflateSync(raw, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: largestPack,
    });
  } catch (error) {
    const isBomb =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new Unfit(isBomb ? "bomb" : "damaged");
  }
}

function isPredicted(dictionary: Dictionary): boolean {
  const given = dictionary.get("DecodeParms") ?? dictionary.get("DP");
  const isEmpty = given instanceof Map && !given.has("Predictor");
  return given !== undefined && !isEmpty;
}

function judgePack(bytes: Buffer): void {
  const reader = new Reader(bytes);
  while (!reader.ended) {
    judgeObject(reader.value());
  }
}

function lengthOf(
  dictionary: Dictionary,
  raw: ((most: number) => Buffer) & { readonly at: number },
): number {
  const length = dictionary.get("Length");
  return typeof length === "number" ? length : raw(largestStream).indexOf("endstream");
}

/** Unpacks without keeping. Readers that draw the page would unpack it too. */
async function letPass(source: Place["source"], at: number, length: number): Promise<void> {
  const unpack = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  let passed = 0;
  let isBomb = false;
  unpack.on("data", (chunk: Buffer) => {
    passed += chunk.length;
    isBomb ||= passed > largestStream;
  });
  const ended = new Promise((resolve) => {
    unpack.on("end", resolve).on("error", resolve).on("close", resolve);
  });
  for (let done = 0; done < length && !isBomb && !unpack.errored; done += 1024 ** 2) {
    const chunk = source.read(at + done, Math.min(1024 ** 2, length - done));
    if (!unpack.write(chunk)) {
      await Promise.race([new Promise((resolve) => unpack.once("drain", resolve)), ended]);
    }
  }
  refuseIf(isBomb, "bomb");
  unpack.end();
  await ended;
}
