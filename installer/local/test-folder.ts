import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "./places.ts";
import { endPostgresLeftIn } from "./postgres-note.ts";
import { endLeftOver, recall, remember } from "./processes.ts";
import { removeFolder, serviceFolder } from "./service-folder.ts";
import { onStop } from "./stopping.ts";

/** A folder for this run of the tests alone, so that runs side by side never meet. */
export async function ownTestFolder(): Promise<string> {
  await removeAbandoned();
  const folder = join(varFolder, `test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  remember(noteIn(folder), process.pid);
  onStop("test folder", () => removeFolder(folder));
  return folder;
}

/** Ends and removes what runs that were killed left behind. */
async function removeAbandoned(): Promise<void> {
  mkdirSync(varFolder, { recursive: true });
  const runs = readdirSync(varFolder).filter((name) => /^test-\d+$/.test(name));
  for (const folder of runs.map((name) => join(varFolder, name))) {
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
