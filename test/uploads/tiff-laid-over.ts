import type { Sample } from "./sample.ts";

const strips = 10_000;
const size = 1_000_000;
const listAt = 1_000;

/** A megabyte whose ten thousand strips all lie upon each other: laid side by side they are ten gigabytes. */
export function tiffLaidOver(): Sample {
  const bytes = Buffer.alloc(size);
  bytes.write("II*\0\x08", "latin1");
  const entries = [
    [256, 1000],
    [257, strips],
    [259, 1],
    [278, 1],
    [273, listAt, strips],
    [279, listAt + strips * 4, strips],
  ].toSorted(([one = 0], [other = 0]) => one - other);
  bytes.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag = 0, value = 0, count = 1], index) => {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  for (let index = 0; index < strips; index += 1) {
    bytes.writeUInt32LE(8, listAt + index * 4);
    bytes.writeUInt32LE(size - 8, listAt + (strips + index) * 4);
  }
  return { group: "bad-image", name: "laid-over.tif", bytes };
}
