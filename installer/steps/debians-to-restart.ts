import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cluster, waitsForRestart } from "../database/index.ts";
import { isActive } from "../host/index.ts";
import { redisFile } from "./redis.ts";
import { restartedSince } from "./restarted-since.ts";
import { unitFolder } from "./unit-files.ts";

/** Whose programs run in them; a unit that we lay a drop-in for is named here. */
const packagesOfUnit: Readonly<Record<string, readonly string[]>> = {
  "nginx.service": ["nginx", "nginx-light"],
  [cluster.unit]: ["postgresql-15"],
  "redis-server@secretariat.service": ["redis-server", "redis-tools"],
};
/** What one reads at its start only, besides. */
const settingsOfUnit: Readonly<Record<string, readonly string[]>> = {
  "redis-server@secretariat.service": [redisFile],
};
/** What all of them have loaded besides. */
const libraries = ["libc6:amd64", "libssl3:amd64"];

/**
 * Postgres, Redis and nginx where our drop-ins, their own packages or settings are newer than the process that runs,
 * and are read at a start only. An upgrade leaves them running; the next `reconfigure`, at a quiet hour, starts them
 * again.
 */
export async function debiansToRestart(release: string): Promise<readonly string[]> {
  const waiting: string[] = [];
  for (const folder of readdirSync(join(release, "systemd/drop-ins"))) {
    const name = folder.replace(/\.d$/, "");
    const installed = [...(packagesOfUnit[name] ?? []), ...libraries].map(listOf);
    const read = [join(unitFolder, folder), ...installed, ...(settingsOfUnit[name] ?? [])];
    if (!(await restartedSince(name, read)) || (await hasPendingSettings(name))) {
      waiting.push(name);
    }
  }
  return waiting;
}

async function hasPendingSettings(unit: string): Promise<boolean> {
  return unit === cluster.unit && (await isActive(unit)) && (await waitsForRestart());
}

/** dpkg writes it whenever it unpacks the package. */
function listOf(name: string): string {
  return `/var/lib/dpkg/info/${name}.list`;
}
