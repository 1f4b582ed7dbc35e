import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { places } from "../places.ts";
import { ensureAbsent } from "./ensure-absent.ts";
import type { Host } from "./host.ts";
import { lostFiles, type LostFile } from "./lost-files.ts";
import { packagesBehind } from "./packages-behind.ts";
import { capture, mustRun } from "./run.ts";
import { writeWhole } from "./write-whole.ts";

/** The only source packages come from: what the bundle laid down. Other lists of the machine are not read. */
export const packageSource = `${places.settings}/packages.list`;
const lists = `${places.installer}/package-lists`;
const startNothing = "/usr/sbin/policy-rc.d";
const ours =
  "#!/bin/sh\n# secretariat: what is being installed starts when it is configured\nexit 101\n";

export interface WantedPackages {
  readonly names: readonly string[];
  /** The list of the archive they come from; what of it is newer than what is installed comes too. */
  readonly list?: string | undefined;
  /** An earlier run broke off here: files that a power cut lost or emptied come back. */
  readonly isBroken: boolean;
}

/** Installs what is missing, and the updates that were brought; true when there was any. Nothing is started again by it. */
export async function ensurePackages(host: Host, wanted: WantedPackages): Promise<boolean> {
  const { names, list, isBroken } = wanted;
  const missing = await missingOf(names);
  const behind = list === undefined ? [] : await packagesBehind(list);
  const isToDo = missing.length + behind.length > 0;
  if (isToDo && !host.isCheck) {
    await withNothingStarted(async () => {
      await (missing.length > 0 ? apt(["install", ...missing]) : undefined);
      await (behind.length > 0 ? apt(["--with-new-pkgs", "upgrade"]) : undefined);
    });
  }
  if (isToDo) {
    host.note({ what: `packages ${[...missing, ...behind].join(", ")}` });
  }
  if (isBroken && !host.isCheck) {
    await bringBack(host, await lostFiles());
  }
  return (await letServicesStart(host)) || isToDo;
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
    const anew = ["--reinstall", "-o", "Dpkg::Options::=--force-confmiss", "install"];
    await withNothingStarted(() => apt([...anew, ...owners]));
    host.note({ what: `files of ${owners.join(", ")} that were lost` });
  }
}

async function apt(words: readonly string[]): Promise<void> {
  await finishPending();
  await rm(lists, { recursive: true, force: true }); // a power cut may have left empty ones, which apt believes
  await mkdir(`${lists}/partial`, { recursive: true });
  await mustRun(["apt-get", ...onlyOurs, "update"], { timeoutSeconds: 120 });
  const quietly = ["--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold"];
  await mustRun(["apt-get", ...onlyOurs, ...quietly, ...words], {
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
