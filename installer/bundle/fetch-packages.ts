import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Advice, say } from "../local/step.mjs";
import { arrivals, inAptWorld, packageCache, refreshLists } from "./apt-world.ts";
import { sumOf } from "./check-sums.ts";
import { archiveName, keepArchive } from "./debian-lock.ts";
import type { LockedPackage } from "./debian-lock.ts";

/** Fetches what is not here yet, and answers only when every package has the bytes that the lock names. */
export async function fetchPackages(packages: readonly LockedPackage[]): Promise<void> {
  const missing = packages.filter((each) => !existsSync(cached(each)));
  if (missing.length > 0) {
    say(`    fetching ${missing.length} Debian packages`);
    await refreshLists();
    await keepArchive();
    const debs = missing.filter(({ name }) => name !== archiveName);
    await download(debs.map(({ name, version }) => `${name}=${version}`));
    await keepArrivals();
  }
  const wrong = packages.filter((each) => !existsSync(cached(each)));
  if (wrong.length > 0) {
    throw new Advice(`The mirror no longer has ${namesOf(wrong)}: npm run bundle -- --update-lock`);
  }
}

export async function copyPackage(one: LockedPackage, target: string): Promise<void> {
  if ((await sumOf(cached(one))) !== one.sha256) {
    rmSync(cached(one));
    throw new Advice(`${one.file} in the cache was damaged and is thrown away; run it again.`);
  }
  copyFileSync(cached(one), target);
}

async function download(wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) {
    return;
  }
  try {
    await inAptWorld(["apt-get", "--quiet", "download", ...wanted]);
  } catch (error) {
    const advice = "If the mirror has newer versions now, run npm run bundle -- --update-lock";
    throw new Advice(`${error instanceof Error ? error.message : String(error)}\n    ${advice}`);
  }
}

async function keepArrivals(): Promise<void> {
  for (const name of readdirSync(arrivals).filter((each) => each.endsWith(".deb"))) {
    const file = join(arrivals, name);
    renameSync(file, join(packageCache, await sumOf(file)));
  }
}

/** Where a package lies when it was fetched. */
export function cached({ sha256 }: LockedPackage): string {
  return join(packageCache, sha256);
}

function namesOf(packages: readonly LockedPackage[]): string {
  return packages.map(({ name, version }) => `${name} ${version}`).join(", ");
}
