import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBundle } from "../../../installer/bundle/make-bundle.ts";
import { makeReleaseKeys, readReleaseKeys } from "../../../installer/bundle/release-keys.ts";
import type { ReleaseKeys } from "../../../installer/bundle/release-keys.ts";
import { makePackages } from "../../../installer/package/package.ts";
import type { Packed } from "../../../installer/package/package.ts";
import { releaseOf } from "../../../installer/package/release.ts";
import type { Release } from "../../../installer/package/release.ts";

const root = mkdtempSync(join(tmpdir(), "secretariat-made-"));
chmodSync(root, 0o755); // the user that Postgres runs as must get through
process.once("exit", () => rmSync(root, { recursive: true, force: true }));

export type Made = Packed & { readonly release: Release };

let packed: Promise<Made> | undefined;
let keys: Promise<ReleaseKeys> | undefined;
let bundled: Promise<string> | undefined;

/** This release, packed once for all the tests. */
export function makeOnce(): Promise<Made> {
  packed ??= (async () => {
    const release = await releaseOf();
    const made = await makePackages({ release, output: root, rpm: true });
    return { ...made, release };
  })();
  return packed;
}

/** The bundle of this release, signed with the keys of these tests. */
export function bundleOnce(): Promise<string> {
  bundled ??= (async () => {
    const { release, deb } = await makeOnce();
    return makeBundle({ release, deb, output: root, keys: await testKeys() });
  })();
  return bundled;
}

/** A folder that goes when the tests end. */
export function scratch(name: string): string {
  return mkdtempSync(join(root, `${name}-`));
}

export function testKeys(): Promise<ReleaseKeys> {
  keys ??= (async () => {
    const folder = join(root, "keys");
    await makeReleaseKeys(folder);
    return readReleaseKeys(folder);
  })();
  return keys;
}
