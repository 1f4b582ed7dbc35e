import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { verifyBundle } from "../../bundle/verify-bundle.ts";
import { inOurDatabase } from "../../database/index.ts";
import { capture, ensureLink, makeHost, mustRun, type Ran } from "../../host/index.ts";
import { places } from "../../places.ts";
import { runRole } from "../../secrets/index.ts";
import { isReady } from "../../steps/until-ready.ts";
import { filesOf, releaseKey } from "./open-bundle.ts";
import { runCommandOf } from "./own-command.ts";

export function releaseOf(version: string): string {
  return join(places.releases, version);
}

export function isStaged(version: string): boolean {
  return existsSync(join(releaseOf(version), "build/installer/command/main.js"));
}

const parts = ["database", "documents", "configuration"] as const;

/** Everything is backed up by the units that do so every night, and the moment gets a name. */
export async function backUp(name: string): Promise<void> {
  for (const part of parts) {
    const unit = `secretariat-backup-${part}.service`;
    await mustRun(["systemctl", "start", unit], { timeoutSeconds: 6 * 3600 });
  }
  await inOurDatabase(({ rows }) =>
    rows("select pg_create_restore_point($1), pg_switch_wal()", [name]),
  );
}

/**
 * The bundle's own script lays it down: it checks every byte once more with the key this host knows. That script is
 * believed only now that it was judged: hours, or a kill and days, may lie between the plan and this.
 */
export async function stage(bundle: string, key = releaseKey): Promise<void> {
  await verifyBundle({ bundle, key: await readFile(key, "utf8") });
  const folder = await filesOf(bundle, ["install"]);
  const given = folder === bundle ? [] : ["--bundle", bundle];
  const command = ["bash", join(folder, "install"), "stage", "--key", key, ...given];
  refuseFailed(await capture(command, { timeoutSeconds: 900 }));
}

/** The new release's program takes its steps as the tables' owner, while the old one serves. */
export async function expand(version: string): Promise<void> {
  const ran = await runRole({
    release: releaseOf(version),
    name: "migrate",
    credentials: ["database-url", "owner-database-url", "redis-url"],
    timeoutSeconds: 6 * 3600,
  });
  refuseFailed(ran);
}

/** The link, then units and settings as that release wants them. No process is started again here. */
export async function useRelease(version: string): Promise<void> {
  await ensureLink(makeHost(), { path: places.current, target: releaseOf(version) });
  refuseFailed(await runCommandOf(releaseOf(version), ["reconfigure", "--without-restart"]));
}

/** Longer than a unit may take to stop and to start: systemd's own verdict comes first. */
const longestStart = 170;

/** One process again; its readiness is asked of itself, and a dead one is not waited for. */
export async function rollUnit(unit: string, port: number): Promise<void> {
  await capture(["systemctl", "reset-failed", unit]);
  await mustRun(["systemctl", "restart", unit], { timeoutSeconds: longestStart });
  for (let tries = 0; tries < 30; tries += 1) {
    if (await isReady(port)) {
      return;
    }
    await sleep(500);
  }
  throw new Error(`${unit} is not ready`);
}

/** Package and bundle of a release nobody goes back to. */
export async function removeRelease(version: string): Promise<void> {
  await mustRun(["dpkg", "--purge", `secretariat-${version}`], { timeoutSeconds: 300 });
  await rm(releaseOf(version), { recursive: true, force: true }); // what a broken-off laying down left
  await rm(join(places.bundle, version), { recursive: true, force: true });
  await rm(join(places.bundle, `.laid-${version}`), { force: true });
}

function refuseFailed({ code, output, errors }: Ran): void {
  if (code !== 0) {
    const said = `${output}\n${errors}`.trim().split("\n").slice(-6).join(" · ");
    throw new Error(said.slice(-1_000));
  }
}
