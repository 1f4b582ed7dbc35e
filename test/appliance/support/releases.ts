import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBundle } from "../../../installer/bundle/make-bundle.ts";
import {
  makeReleaseKeys,
  publicKeyFile,
  readReleaseKeys,
} from "../../../installer/bundle/release-keys.ts";
import { varFolder } from "../../../installer/local/places.ts";
import { debianFile, packDebian } from "../../../installer/package/debian-package.ts";
import { makePackages } from "../../../installer/package/package.ts";
import { releaseFolder, type Release } from "../../../installer/package/release.ts";
import { run } from "../../../installer/package/run.ts";

const root = mkdtempSync(join(tmpdir(), "secretariat-releases-"));
chmodSync(root, 0o755);
process.once("exit", () => rmSync(root, { recursive: true, force: true }));

const date = 1_790_000_000;

/** Bundles of several releases, signed with one key. They differ by what a test changes in their trees. */
export interface Releases {
  readonly publicKey: string;
  /** The bundle of this checkout. */
  readonly first: string;
  /** The same product under another version, with a change. */
  next(version: string, change: (tree: string) => void): Promise<string>;
}

export async function makeReleases(version: string): Promise<Releases> {
  const keysFolder = join(root, "keys");
  await makeReleaseKeys(keysFolder);
  const keys = readReleaseKeys(keysFolder);
  const publicKey = join(root, "secretariat.pub");
  writeFileSync(publicKey, publicKeyFile(keys.open));
  const bundled = (release: Release, deb: string) =>
    makeBundle({ release, deb, output: root, keys });
  const release = { version, date };
  const { deb } = await makePackages({ release, output: root });
  return {
    publicKey,
    first: await bundled(release, deb),
    next: async (other, change) => {
      const to = { version: other, date };
      return bundled(to, await repack(deb, { from: release, to, change }));
    },
  };
}

interface Repacking {
  readonly from: Release;
  readonly to: Release;
  readonly change: (tree: string) => void;
}

/** Opens a package, changes its tree and packs it under another version: quicker than building anew. */
async function repack(deb: string, { from, to, change }: Repacking): Promise<string> {
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
    const packed = join(root, debianFile(to));
    await packDebian(packing, to, packed);
    return packed;
  } finally {
    rmSync(packing, { recursive: true, force: true });
  }
}

/** Replaces a file of a sealed tree. */
export function rewrite(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o644 });
}
