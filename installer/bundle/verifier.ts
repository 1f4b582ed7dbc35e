import { mkdirSync, copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Advice } from "../local/step.mjs";
import { fetchByHash, packageCache } from "./apt-world.ts";
import { archiveName } from "./debian-lock.ts";
import type { LockedPackage } from "./debian-lock.ts";
import { verifierPackages } from "./debian-wishes.ts";
import { cached, copyPackage } from "./fetch-packages.ts";

/**
 * Lays down minisign with Debian's own proof of it: the signed description of Debian's archive and the list it
 * vouches for. A host without minisign checks both with gpgv and the keyring every Debian carries.
 */
export async function layVerifier(
  folder: string,
  packages: readonly LockedPackage[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const archive = named(packages, archiveName);
  await copyPackage(archive, join(folder, "InRelease"));
  const sum = sumOfList(readFileSync(cached(archive), "utf8"));
  const list = join(packageCache, sum);
  if (!existsSync(list)) {
    await fetchByHash(sum, list);
  }
  copyFileSync(list, join(folder, "Packages.gz"));
  for (const name of verifierPackages) {
    await copyPackage(named(packages, name), join(folder, `${name}.deb`));
  }
}

function named(packages: readonly LockedPackage[], wished: string): LockedPackage {
  const found = packages.find(({ name }) => name === wished);
  if (!found) {
    throw new Advice(`${wished} is not in the lock. Run npm run bundle -- --update-lock`);
  }
  return found;
}

function sumOfList(inRelease: string): string {
  const [, sums = ""] = inRelease.split("\nSHA256:\n");
  const line = sums.split("\n").find((each) => each.endsWith(" main/binary-amd64/Packages.gz"));
  return line?.trim().split(" ")[0] ?? "";
}
