import type { Random } from "./random.ts";

/** What breaks readers of text and of lengths more often than chance does. */
const telling: readonly Buffer[] = (
  "\0 \n \r\n \" ' % \\ < > = / .. : { } [ ] null NaN -1 1e999 __proto__ constructor " +
  "\u202e \ufeff ष्ट्र 😀"
)
  .split(" ")
  .map((text) => Buffer.from(text));
const bytes = [
  "ff",
  "fe",
  "80",
  "7f",
  "00000000",
  "ffffffff",
  "7fffffff",
  "80000000",
  "c080",
  "eda080",
];
const strange = [...telling, ...bytes.map((hex) => Buffer.from(hex, "hex"))];

const most = 65_536;

/** Changes bytes in one to eight places: turned, overwritten, cut out, doubled, moved, or set with what tells. */
export function mutate(seed: Buffer, random: Random, words: readonly string[] = []): Buffer {
  let changed = seed;
  for (let times = 1 + random.below(8); times > 0; times -= 1) {
    changed = random.oneOf(ways)(changed, random, words);
  }
  return changed.subarray(0, Math.max(most, seed.length));
}

type Way = (from: Buffer, random: Random, words: readonly string[]) => Buffer;

const ways: readonly Way[] = [
  (from, random) => overwrite(from, random, (byte) => byte ^ (1 << random.below(8))),
  (from, random) => overwrite(from, random, () => random.below(256)),
  (from, random) => {
    const [start, end] = part(from, random);
    return Buffer.concat([from.subarray(0, start), from.subarray(end)]);
  },
  (from, random) => {
    const [start, end] = part(from, random);
    const copies = 1 + random.below(4);
    const doubled = Array.from({ length: copies }, () => from.subarray(start, end));
    return Buffer.concat([from.subarray(0, end), ...doubled, from.subarray(end)]);
  },
  (from, random) => {
    const [start, end] = part(from, random);
    const [to] = part(from, random);
    return Buffer.concat([from.subarray(0, to), from.subarray(start, end), from.subarray(to)]);
  },
  (from, random) => set(from, random, random.oneOf(strange)),
  (from, random, words) =>
    set(from, random, words.length > 0 ? Buffer.from(random.oneOf(words)) : random.oneOf(strange)),
  (from, random) => from.subarray(0, random.below(from.length + 1)),
];

function overwrite(from: Buffer, random: Random, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(from);
  if (copy.length > 0) {
    const at = random.below(copy.length);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

function part(from: Buffer, random: Random): [start: number, end: number] {
  const start = random.below(from.length + 1);
  return [start, Math.min(from.length, start + random.below(64))];
}

function set(from: Buffer, random: Random, what: Buffer): Buffer {
  const at = random.below(from.length + 1);
  const replaced = random.below(2) === 0 ? what.length : 0;
  return Buffer.concat([from.subarray(0, at), what, from.subarray(at + replaced)]);
}
