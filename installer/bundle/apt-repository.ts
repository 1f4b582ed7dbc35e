import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Release } from "../package/release.ts";
import { run } from "../package/run.ts";
import type { LockedPackage } from "./debian-lock.ts";
import { copyPackage } from "./fetch-packages.ts";
import { withGpg } from "./release-keys.ts";

interface Repository {
  readonly packages: readonly LockedPackage[];
  readonly release: Release;
  /** The secret OpenPGP key that signs the list; its open half is laid in `keys/` beside the repository. */
  readonly archiveKey: string;
}

/** Lays out an apt repository of its own: packages, their list, and the list's signature. */
export async function makeRepository(folder: string, repository: Repository): Promise<void> {
  const { packages, release, archiveKey } = repository;
  mkdirSync(join(folder, "pool"), { recursive: true });
  for (const one of packages) {
    await copyPackage(one, join(folder, "pool", one.file));
  }
  const list = await run(["apt-ftparchive", "packages", "pool"], { cwd: folder });
  writeFileSync(join(folder, "Packages"), list);
  writeFileSync(join(folder, "Packages.gz"), gzipSync(list, { level: 9 }));
  writeFileSync(join(folder, "Release"), describe(folder, release));
  await signRelease(folder, release, archiveKey);
}

function describe(folder: string, { version, date }: Release): string {
  const sums = ["Packages", "Packages.gz"].map((name) => {
    const bytes = readFileSync(join(folder, name));
    return ` ${createHash("sha256").update(bytes).digest("hex")} ${bytes.length} ${name}\n`;
  });
  return `Origin: Digital Secretariat
Label: Digital Secretariat ${version}
Suite: stable
Codename: bookworm
Date: ${new Date(date * 1000).toUTCString()}
Architectures: amd64 all
Components: main
Description: What release ${version} needs of Debian 12
SHA256:
${sums.join("")}`;
}

/** The date of the signature is the release's, so that the same key gives the same bytes. */
async function signRelease(folder: string, { date }: Release, key: string): Promise<void> {
  await withGpg(async (gpg) => {
    const then = `--faked-system-time=${date}!`;
    await gpg(["--import", key]);
    const release = readFileSync(join(folder, "Release"), "utf8");
    const options = [then, "--ignore-time-conflict", "--ignore-valid-from", "--no-emit-version"];
    const signed = await gpg([...options, "--digest-algo=SHA512", "--clearsign"], release);
    writeFileSync(join(folder, "InRelease"), signed);
    const keys = join(folder, "../keys");
    mkdirSync(keys);
    writeFileSync(join(keys, "archive.gpg"), await gpg(["--export"]));
  });
}
