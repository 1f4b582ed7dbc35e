import { rowsOf, type Manifest } from "../../../../backups/manifest/manifest.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";

/** One line a set: its name, its moment, the release, rows and documents. */
export function saySets(sets: readonly Manifest[], say: (line: string) => void): void {
  for (const manifest of sets) {
    const { name, at, versions, documents } = manifest;
    const what = `${rowsOf(manifest)} / ${documents.files}`;
    say(`  ${name}  ${inIndia(new Date(at))}  ${versions.product}  ${what}`);
  }
}
