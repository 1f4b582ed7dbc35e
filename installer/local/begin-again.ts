import { rmSync } from "node:fs";
import { join } from "node:path";
import { endPostgresLeftIn } from "./postgres-note.ts";
import { endLeftOver } from "./processes.ts";
import { varFolder } from "./places.ts";
import { removeFolder, serviceFolder } from "./service-folder.ts";

const folders = ["postgres", "redis", "documents", "keys", "credentials", "log"];
const files = ["secrets.json", "demonstration.json"];

/** Throws away everything that `npm start` made, after ending what a killed run left behind. */
export async function beginAgain(): Promise<void> {
  await endPostgresLeftIn(join(serviceFolder(join(varFolder, "postgres")), "data"));
  await endLeftOver(join(varFolder, "redis.process"));
  for (const folder of folders) {
    removeFolder(join(varFolder, folder));
  }
  for (const file of files) {
    rmSync(join(varFolder, file), { force: true });
  }
}
