import { readdirSync } from "node:fs";
import { join } from "node:path";
import { restartedSince } from "./restarted-since.ts";
import { unitFolder } from "./unit-files.ts";

/** Whose programs run in them; a unit that we lay a drop-in for is named here. */
const packagesOfUnit: Readonly<Record<string, readonly string[]>> = {
  "nginx.service": ["nginx", "nginx-light"],
  "postgresql@15-secretariat.service": ["postgresql-15"],
  "redis-server@secretariat.service": ["redis-server", "redis-tools"],
};
/** What all of them have loaded besides. */
const libraries = ["libc6:amd64", "libssl3:amd64"];

/**
 * Postgres, Redis and nginx where our drop-ins or their own packages are newer than the process that runs: both are
 * read at a start only. An upgrade leaves them running; the next `reconfigure`, at a quiet hour, starts them again.
 */
export async function debiansToRestart(release: string): Promise<readonly string[]> {
  const waiting: string[] = [];
  for (const folder of readdirSync(join(release, "systemd/drop-ins"))) {
    const name = folder.replace(/\.d$/, "");
    const installed = [...(packagesOfUnit[name] ?? []), ...libraries].map(listOf);
    if (!(await restartedSince(name, [join(unitFolder, folder), ...installed]))) {
      waiting.push(name);
    }
  }
  return waiting;
}

/** dpkg writes it whenever it unpacks the package. */
function listOf(name: string): string {
  return `/var/lib/dpkg/info/${name}.list`;
}
