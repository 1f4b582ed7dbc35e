import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "./places.ts";
import { endPostgresLeftIn } from "./postgres-note.ts";
import { endLeftOver, recall, remember } from "./processes.ts";
import { removeFolder, serviceFolder } from "./service-folder.ts";
import { onStop } from "./stopping.ts";

let runs = 0;

/** A folder for this run of the tests alone, so that runs side by side or one after another never meet. */
export async function ownTestFolder(): Promise<string> {
  await removeAbandoned();
  runs += 1;
  const folder = join(varFolder, `test-${process.pid}-${runs}`);
  mkdirSync(folder, { recursive: true });
  remember(noteIn(folder), process.pid);
  onStop(folder, () => removeFolder(folder));
  return folder;
}

/** Ends and removes what runs that were killed left behind. */
async function removeAbandoned(): Promise<void> {
  mkdirSync(varFolder, { recursive: true });
  const folders = readdirSync(varFolder).filter((name) => /^test-\d+(-\d+)?$/.test(name));
  for (const folder of folders.map((name) => join(varFolder, name))) {
    if (recall(noteIn(folder)) === undefined) {
      await endPostgresLeftIn(join(serviceFolder(join(folder, "postgres")), "data"));
      await endLeftOver(join(folder, "redis.process"));
      removeFolder(folder);
    }
  }
}

function noteIn(folder: string): string {
  return join(folder, "test.process");
}
