import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stop as stopBundler } from "esbuild";
import { buildInto } from "../build.ts";
import { root } from "../local/places.ts";
import { writeReleaseSbom } from "../supply/release-sbom.ts";
import { keepReachable } from "./compiled-parts.ts";
import { copyFiles } from "./copy-files.ts";
import { copyModules } from "./copy-modules.ts";
import type { Release } from "./release.ts";
import { sealTree } from "./seal-tree.ts";
import { writeLicences } from "./write-licences.ts";

/** What a release says of itself, in `release.json` at the top of its tree. */
export interface ReleaseFacts {
  readonly version: string;
  readonly date: string;
  /** The last migration it brings; its number is what an upgrade compares. */
  readonly schema: string;
}

/**
 * Lays out, in an empty folder, everything that will lie in `/opt/secretariat/releases/<version>`. A test may change
 * the tree before it is sealed, to make a release that fails.
 */
export async function makeReleaseTree(
  target: string,
  release: Release,
  change: (tree: string) => void = () => undefined,
): Promise<ReleaseFacts> {
  copyFiles(target, release);
  copyModules(target);
  await buildInto(join(target, "build"));
  await stopBundler();
  keepReachable(join(target, "build"));
  writeLicences(join(target, "LICENCES.txt"));
  await writeManual(target, release);
  await writeReleaseSbom(join(target, "sbom.json"), release);
  const facts = factsOf(release);
  writeFileSync(join(target, "release.json"), `${JSON.stringify(facts, null, 2)}\n`);
  change(target);
  sealTree(target, release.date);
  return facts;
}

/** Loaded only here: `npm test`, which shares its launcher with packing, does without the administrator's command. */
async function writeManual(target: string, { version }: Release): Promise<void> {
  const { writeReference } = await import("../command/write-reference.ts");
  await writeReference(target, version);
}

export function factsOf({ version, date }: Release): ReleaseFacts {
  const steps = readdirSync(join(root, "app/migrations")).filter((name) => /^\d{4}-/.test(name));
  const last = steps.toSorted().at(-1) ?? "";
  return {
    version,
    date: new Date(date * 1000).toISOString(),
    schema: last.replace(/\.ts$/, ""),
  };
}
