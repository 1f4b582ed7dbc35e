import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sumOf } from "../../../installer/bundle/check-sums.ts";
import { readLock, type LockedPackage } from "../../../installer/bundle/debian-lock.ts";
import { cached, fetchPackages } from "../../../installer/bundle/fetch-packages.ts";
import { makeBundle } from "../../../installer/bundle/make-bundle.ts";
import { publicKeyFile, readReleaseKeys } from "../../../installer/bundle/release-keys.ts";
import { varFolder } from "../../../installer/local/places.ts";
import { debianFile, packDebian } from "../../../installer/package/debian-package.ts";
import { releaseFolder, releaseOf, type Release } from "../../../installer/package/release.ts";
import { run } from "../../../installer/package/run.ts";
import { theBundle } from "./bundle.ts";

/** What a later release differs by. */
interface Difference {
  /** Changes its opened tree. */
  readonly change: (tree: string) => void;
  /** The `upgrade-path.json` it comes with, instead of this checkout's. */
  readonly path?: string;
  /** A package of Debian of which it brings a newer version with the same content. */
  readonly renewed?: string;
}

/** Bundles of several releases, signed with one key. They differ by what a test changes in their trees. */
export interface Releases {
  readonly publicKey: string;
  /** The bundle of this checkout, and the package in it. */
  readonly first: { readonly bundle: string; readonly deb: string; readonly version: string };
  /** The same product under another version, with a difference; answers with the bundle. */
  next(version: string, difference: Difference): Promise<string>;
}

export async function makeReleases(): Promise<Releases> {
  const output = mkdtempSync(join(tmpdir(), "secretariat-releases-"));
  process.once("exit", () => rmSync(output, { recursive: true, force: true }));
  const [bundle = "", , publicKey = ""] = await theBundle();
  const keys = readReleaseKeys(join(varFolder, "release-keys"));
  if (readFileSync(publicKey, "utf8") !== publicKeyFile(keys.open)) {
    throw new Error(`${bundle} is not signed with the keys of this checkout`);
  }
  const first = await releaseOf();
  const deb = join(output, debianFile(first));
  const taken = ["--strip-components=1", "--wildcards", "*/secretariat-*.deb"];
  await run(["tar", "-xf", bundle, "-C", output, ...taken]);
  return {
    publicKey,
    first: { bundle, deb, version: first.version },
    next: async (version, { change, path, renewed }) => {
      const release = { version, date: first.date };
      const packed = join(output, debianFile(release));
      await repack(deb, { from: first, to: release, change, packed });
      return makeBundle({
        release,
        deb: packed,
        output,
        keys,
        ...(path === undefined ? {} : { path }),
        ...(renewed === undefined ? {} : { debian: await withNewer(renewed) }),
      });
    },
  };
}

interface Repacking {
  readonly from: Release;
  readonly to: Release;
  readonly change: (tree: string) => void;
  readonly packed: string;
}

/** Opens a package, changes its tree and packs it under another version: quicker than building anew. */
async function repack(deb: string, { from, to, change, packed }: Repacking): Promise<void> {
  const packing = mkdtempSync(join(varFolder, "packing-"));
  try {
    await run(["dpkg-deb", "-x", deb, packing]);
    const tree = join(packing, releaseFolder(to));
    mkdirSync(join(tree, ".."), { recursive: true });
    renameSync(join(packing, releaseFolder(from)), tree);
    for (const name of ["release.json", "package.json"]) {
      const facts = JSON.parse(readFileSync(join(tree, name), "utf8")) as object;
      rewrite(join(tree, name), JSON.stringify({ ...facts, version: to.version }, null, 2));
    }
    change(tree);
    await packDebian(packing, to, packed);
  } finally {
    rmSync(packing, { recursive: true, force: true });
  }
}

/** The packages of the lock, one of them packed again under a version that is newer by its last letters. */
async function withNewer(name: string): Promise<readonly LockedPackage[]> {
  const locked = readLock();
  const old = locked.find((one) => one.name === name);
  if (!old) {
    throw new Error(`${name} is not in the lock`);
  }
  await fetchPackages(locked);
  const folder = mkdtempSync(join(varFolder, "packing-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [tree, packed] = [join(folder, "tree"), join(folder, "packed.deb")];
  await run(["dpkg-deb", "-R", cached(old), tree]);
  const control = join(tree, "DEBIAN/control");
  const version = `${old.version}+trial1`;
  const text = readFileSync(control, "utf8").replace(/^Version: .*$/m, `Version: ${version}`);
  rewrite(control, text);
  await run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", tree, packed]);
  const renewed = { ...old, version, sha256: await sumOf(packed) };
  copyFileSync(packed, cached(renewed));
  process.once("exit", () => rmSync(cached(renewed), { force: true }));
  return locked.map((one) => (one === old ? renewed : one));
}

/** Replaces a file of a sealed tree. */
export function rewrite(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o644 });
}
