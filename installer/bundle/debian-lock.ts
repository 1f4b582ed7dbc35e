import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";
import { Advice, say } from "../local/step.mjs";
import { inAptWorld, inRelease, packageCache, refreshLists } from "./apt-world.ts";
import { sumOf } from "./check-sums.ts";
import { debianWishes } from "./debian-wishes.ts";

/** One Debian package by name, version and bytes. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** The file's name in the bundle. */
  readonly file: string;
}

/** Stands in the lock for Debian's signed description of its archive, which vouches for our verifier. */
export const archiveName = "@archive";

const path = join(root, "installer/bundle/debian-packages.lock");
const head = `# Every Debian 12 package in the bundle: name, version, SHA-256, file.
# Made by: npm run bundle -- --update-lock
`;

/** The packages of the lock; refused when it does not cover what is wished for. */
export function readLock(): readonly LockedPackage[] {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const packages = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", version = "", sha256 = "", file = ""] = line.split(" ");
      return { name, version, sha256, file };
    });
  const missing = debianWishes.filter((wish) => !packages.some(({ name }) => name === wish));
  if (missing.length > 0) {
    throw new Advice(`Not in the lock: ${missing.join(", ")}. Run npm run bundle -- --update-lock`);
  }
  return packages;
}

/** Resolves the wishes against an empty Debian 12 as the mirror has it today, and writes that down. */
export async function updateLock(): Promise<void> {
  await refreshLists();
  const quietly = ["--quiet", "--yes", "--print-uris", "install"];
  const found = await inAptWorld(["apt-get", ...quietly, ...debianWishes], hashed);
  const packages = (await Promise.all(found.split("\n").filter(isUri).map(lockedFrom))).toSorted(
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const archive = await keepArchive();
  const lines = [archive, ...packages].map((each) => Object.values(each).join(" "));
  writeFileSync(path, `${head}${lines.join("\n")}\n`);
  say(`  ${packages.length} Debian packages are locked`);
}

/** Keeps Debian's description as it is now beside the packages. */
export async function keepArchive(): Promise<LockedPackage> {
  const sha256 = await sumOf(inRelease());
  copyFileSync(inRelease(), join(packageCache, sha256));
  return { name: archiveName, version: "bookworm", sha256, file: "InRelease" };
}

const hashed = ["Acquire::ForceHash=SHA256"];
const isUri = (line: string): boolean => line.startsWith("'");

/** `'http://…/libc6_2.36-9%2bdeb12u10_amd64.deb' libc6_2.36-9+deb12u10_amd64.deb 2759320 SHA256:…` */
async function lockedFrom(line: string): Promise<LockedPackage> {
  const [, written = "", , hash = ""] = line.split(" ");
  const [name = "", version = ""] = written.replace(/_[a-z0-9]+\.deb$/, "").split("_");
  const sha256 = hash.replace("SHA256:", "");
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Advice(`apt names no SHA-256 of ${name}: ${hash}`);
  }
  // A colon (the epoch) is no letter for a file that is listed by address.
  return { name, version: version.replace("%3a", ":"), sha256, file: written.replace("%3a", ".") };
}
