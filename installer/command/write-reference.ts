import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bashCompletion } from "./completion.ts";
import { families, wholeFamilies } from "./families.ts";
import { manualPage } from "./manual.ts";

/** Where the manual page and the completion of bash lie in a release. */
const manualFile = "share/man/man8/secretariat.8";
const completionFile = "share/bash-completion/secretariat";

/** Writes manual page and completion into a release's tree; both follow from the families. */
export async function writeReference(tree: string, version: string): Promise<void> {
  const write = (path: string, text: string): void => {
    mkdirSync(join(tree, path, ".."), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const all = await wholeFamilies(families);
  write(manualFile, manualPage(all, version));
  write(completionFile, bashCompletion(all));
}
