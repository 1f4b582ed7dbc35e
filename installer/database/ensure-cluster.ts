import { existsSync, readFileSync } from "node:fs";
import { ensureDirectory, ensureFile, ensureUnit, type Host } from "../host/index.ts";
import type { Site } from "../site/index.ts";
import { restartedSince } from "../steps/restarted-since.ts";
import { makeCluster } from "./make-cluster.ts";
import { cluster } from "./own-cluster.ts";
import { accessRules, clusterSettings, nameMap } from "./settings.ts";
import { foretellRestart, takeUp } from "./take-up.ts";

/** Lets it archive into another folder than the usual one; a running server keeps the walls it started with. */
const wallsOfArchive = `/etc/systemd/system/${cluster.unit}.d/40-backups.conf`;
const own = { owner: "postgres", group: "postgres" };

/** Makes our cluster where there is none; writes its settings and has the running server take them up. */
export async function ensureCluster(host: Host, site: Site, isAtWork: boolean): Promise<void> {
  await makeCluster(host);
  const content = clusterSettings(site);
  const path = `${cluster.settings}/conf.d/10-secretariat.conf`;
  const keys = existsSync(path) ? changedKeys(readFileSync(path, "utf8"), content) : [];
  await ensureDirectory(host, { path: `${cluster.settings}/conf.d`, mode: 0o755, ...own });
  const files = [
    { path, content, mode: 0o644 },
    { path: `${cluster.settings}/pg_hba.conf`, content: accessRules, mode: 0o640 },
    { path: `${cluster.settings}/pg_ident.conf`, content: nameMap, mode: 0o640 },
  ];
  let isChanged = false;
  for (const file of files) {
    isChanged = (await ensureFile(host, { ...file, ...own })) || isChanged;
  }
  const restart = !isAtWork && !(await restartedSince(cluster.unit, [wallsOfArchive]));
  await ensureUnit(host, { name: cluster.unit, enabled: true, state: "started", restart });
  await foretellRestart(host, keys);
  await takeUp(host, { isChanged, isAtWork });
}

/** The settings whose lines are not in both. */
function changedKeys(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const lines = [
    ...old.filter((line) => !fresh.includes(line)),
    ...fresh.filter((line) => !old.includes(line)),
  ];
  return [...new Set(lines.map((line) => line.split(" ")[0] ?? ""))];
}
