import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { places } from "../places.ts";
import { ensureAbsent } from "./ensure-absent.ts";
import type { Host } from "./host.ts";
import { lostFiles, type LostFile } from "./lost-files.ts";
import { capture, mustRun } from "./run.ts";
import { writeWhole } from "./write-whole.ts";

/** The only source packages come from: what the bundle laid down. Other lists of the machine are not read. */
export const packageSource = `${places.settings}/packages.list`;
const lists = `${places.installer}/package-lists`;
const startNothing = "/usr/sbin/policy-rc.d";
const ours =
  "#!/bin/sh\n# secretariat: what is being installed starts when it is configured\nexit 101\n";

/**
 * Installs what is missing of these packages; true when something was. Where an earlier run broke off here, files that a
 * power cut lost or emptied come back too: dpkg takes a setting that is gone for somebody's wish.
 */
export async function ensurePackages(
  host: Host,
  names: readonly string[],
  { isBroken = false }: { readonly isBroken?: boolean } = {},
): Promise<boolean> {
  const missing = await missingOf(names);
  if (missing.length > 0) {
    if (!host.isCheck) {
      await withNothingStarted(() => aptInstall(missing));
    }
    host.note({ what: `packages ${missing.join(", ")}` });
  }
  if (isBroken && !host.isCheck) {
    await bringBack(host, await lostFiles());
  }
  return (await letServicesStart(host)) || missing.length > 0;
}

/** Half-configured packages count as missing: apt finishes them. */
async function missingOf(names: readonly string[]): Promise<readonly string[]> {
  const format = "${Package} ${db:Status-Status}\\n";
  const { output } = await capture(["dpkg-query", "--show", `--showformat=${format}`, ...names]);
  const installed = new Set(
    output
      .split("\n")
      .filter((line) => line.endsWith(" installed"))
      .map((line) => line.split(" ")[0]),
  );
  return names.filter((name) => !installed.has(name));
}

async function bringBack(host: Host, lost: readonly LostFile[]): Promise<void> {
  const wishes = lost.filter(({ passesForWish }) => passesForWish);
  await Promise.all(wishes.map(({ path }) => rm(path, { force: true })));
  const owners = [...new Set(lost.map(({ owner }) => owner))];
  if (owners.length > 0) {
    const anew = ["--reinstall", "-o", "Dpkg::Options::=--force-confmiss"];
    await withNothingStarted(() => aptInstall([...anew, ...owners]));
    host.note({ what: `files of ${owners.join(", ")} that were lost` });
  }
}

async function aptInstall(words: readonly string[]): Promise<void> {
  await finishPending();
  await rm(lists, { recursive: true, force: true }); // a power cut may have left empty ones, which apt believes
  await mkdir(`${lists}/partial`, { recursive: true });
  await mustRun(["apt-get", ...onlyOurs, "update"], { timeoutSeconds: 120 });
  const quietly = ["--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold"];
  await mustRun(["apt-get", ...onlyOurs, ...quietly, "install", ...words], {
    timeoutSeconds: 1200,
  });
}

/** What a run left half-done is finished first. When that run was killed its apt may still be at work: then we wait. */
async function finishPending(): Promise<void> {
  const finish = ["dpkg", "--force-confold", "--configure", "--pending"];
  for (let tries = 0; tries < 150; tries += 1) {
    const ran = await capture(finish, { timeoutSeconds: 600 });
    if (!ran.errors.includes("lock")) {
      break;
    }
    await sleep(2000);
  }
  await mustRun(finish, { timeoutSeconds: 600 });
}

const onlyOurs = [
  `Dir::Etc::sourcelist=${packageSource}`,
  "Dir::Etc::sourceparts=-",
  `Dir::State::lists=${lists}`,
  "DPkg::Lock::Timeout=300",
  "APT::Sandbox::User=root", // the bundle lies where only root reads
].flatMap((setting) => ["-o", setting]);

/** Debian starts what it installs at once, nginx on every address: here it waits for its configuration. */
async function withNothingStarted(work: () => Promise<void>): Promise<void> {
  if (existsSync(startNothing) && !(await isOurs())) {
    await work();
    return;
  }
  // Whole through a power cut: an empty one lets everything start, and passes for somebody else's.
  await writeWhole(startNothing, ours, { mode: 0o755, uid: 0, gid: 0 });
  try {
    await work();
  } finally {
    await rm(startNothing, { force: true });
  }
}

/** A run killed while it installed leaves this behind: no package could start its service any more. */
async function letServicesStart(host: Host): Promise<boolean> {
  return existsSync(startNothing) && (await isOurs()) && ensureAbsent(host, startNothing);
}

async function isOurs(): Promise<boolean> {
  return (await readFile(startNothing, "utf8")) === ours;
}
