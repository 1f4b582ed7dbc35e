import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root, varFolder } from "./places.ts";
import { serviceUser } from "./service-user.ts";
import { Advice, say } from "./step.mjs";

/**
 * The folder a private server keeps its state in: the wished one under `var/`, or its like under
 * `/var/tmp` when the user the server runs as cannot reach the checkout.
 */
export function serviceFolder(wished: string): string {
  mkdirSync(dirname(wished), { recursive: true });
  const folder = canReach(dirname(wished)) ? wished : elsewhere(wished);
  mkdirSync(folder, { recursive: true });
  const user = serviceUser();
  if (user) {
    chownSync(folder, user.uid, user.gid);
  }
  chmodSync(folder, 0o700);
  return folder;
}

/** Removes a folder under `var/` with all that its servers kept, wherever that lay. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(spareFolder(), relative(varFolder, folder)), { recursive: true, force: true });
}

function canReach(folder: string): boolean {
  const user = serviceUser();
  return !user || spawnSync("test", ["-x", folder], { ...user, cwd: "/" }).status === 0;
}

function elsewhere(wished: string): string {
  const spare = spareFolder();
  mkdirSync(spare, { recursive: true, mode: 0o755 });
  const found = lstatSync(spare);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Advice(`${spare} belongs to somebody else. Remove it, then run the command again.`);
  }
  const folder = join(spare, relative(varFolder, wished));
  mkdirSync(dirname(folder), { recursive: true });
  tellOnce(spare);
  return folder;
}

let told = false;

function tellOnce(spare: string): void {
  if (!told) {
    told = true;
    say(`  Postgres and Redis may not enter ${root}: their state lies in ${spare}.`);
  }
}

function spareFolder(): string {
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return join("/var/tmp", `secretariat-${key}`);
}
