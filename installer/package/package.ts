import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildFolder, varFolder } from "../local/places.ts";
import { say, step } from "../local/step.mjs";
import { onStop } from "../local/stopping.ts";
import { debianFile, packDebian } from "./debian-package.ts";
import { releaseFolder, releaseOf } from "./release.ts";
import type { Release } from "./release.ts";
import { makeReleaseTree } from "./release-tree.ts";
import type { ReleaseFacts } from "./release-tree.ts";
import { packRpm, rpmFile } from "./rpm-package.ts";

interface Wish {
  readonly release: Release;
  /** The folder the packages are put in. */
  readonly output: string;
  readonly rpm?: boolean;
  /** Changes the tree before it is sealed: for tests that need a release that fails. */
  readonly change?: (tree: string) => void;
}

export interface Packed extends ReleaseFacts {
  readonly deb: string;
  readonly rpm?: string;
}

/** `npm run package`: the Debian package of this release, with `--rpm` also the one for RPM. */
export async function packageTask(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: "string" },
      output: { type: "string", default: join(buildFolder, "packages") },
      rpm: { type: "boolean", default: false },
    },
  });
  const release = await releaseOf(values.version);
  const { deb, rpm } = await makePackages({ release, output: values.output, rpm: values.rpm });
  for (const file of [deb, rpm].filter((each) => each !== undefined)) {
    say(`  ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB)`);
  }
  return 0;
}

/** Lays the release out in a folder of its own, packs it and throws the folder away. */
export async function makePackages({ release, output, rpm, change }: Wish): Promise<Packed> {
  mkdirSync(output, { recursive: true });
  mkdirSync(varFolder, { recursive: true });
  const packing = mkdtempSync(join(varFolder, "packing-"));
  const discard = (): void => rmSync(packing, { recursive: true, force: true });
  onStop(packing, discard);
  try {
    const tree = join(packing, releaseFolder(release));
    mkdirSync(tree, { recursive: true });
    const facts = await step(`Release ${release.version}`, () =>
      makeReleaseTree(tree, release, change),
    );
    const deb = join(output, debianFile(release));
    await step("Debian package", () => packDebian(packing, release, deb));
    if (!rpm) {
      return { ...facts, deb };
    }
    const file = join(output, rpmFile(release));
    await step("RPM package", () => packRpm(packing, release, file));
    return { ...facts, deb, rpm: file };
  } finally {
    discard();
  }
}
