import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { BundleRefused, refusals } from "./refusals.ts";

export const sumsName = "SHA256SUMS";
export const manifestName = "manifest.json";

/** Compares every file of a folder with the signed list; what is missing, changed or strange is refused. */
export async function checkSums(
  folder: string,
  list: string,
): Promise<ReadonlyMap<string, string>> {
  const wanted = readSums(list);
  const present = filesIn(folder);
  for (const name of present.filter((each) => !wanted.has(each))) {
    throw new BundleRefused(refusals.strangeFile, { name });
  }
  for (const [name, sum] of wanted) {
    if (!present.includes(name)) {
      throw new BundleRefused(refusals.missingFile, { name });
    }
    if ((await sumOf(join(folder, name))) !== sum) {
      throw new BundleRefused(refusals.changedFile, { name });
    }
  }
  return wanted;
}

/** Every file of a folder, but the list and its signature. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== sumsName && name !== `${sumsName}.minisig`)
    .toSorted();
}

export async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
  }
  return hash.digest("hex");
}

/** The lines of `sha256sum`. */
function readSums(list: string): ReadonlyMap<string, string> {
  const lines = list.split("\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
