import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";
import { lockedForProduction } from "./production-modules.ts";
import type { Module } from "./production-modules.ts";

const opening = `What others made and this release carries, with the licences it is under.
Debian's packages bring theirs in /usr/share/doc/*/copyright.
`;

/** Writes every package's name, version, licence and the text of the licence. */
export function writeLicences(file: string): void {
  const modules = lockedForProduction().filter(
    ({ path }) => !path.includes("node_modules/@types/"),
  );
  writeFileSync(file, [opening, ...modules.map(entryOf)].join(`\n${"-".repeat(80)}\n`));
}

function entryOf({ path, name, version, licence }: Module): string {
  const folder = join(root, path);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version}: ${licence || "see below"}`, ...texts].join("\n\n");
}
