import { rmSync } from "node:fs";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { verifyBundle } from "../../bundle/verify-bundle.ts";
import { mustRun, packagesBehind } from "../../host/index.ts";
import { places } from "../../places.ts";
import { UpgradePath } from "../path.ts";
import type { Preview } from "../upgrade-machine.ts";

/** The key this host accepted when it was installed. */
export const releaseKey = join(places.settings, "release.pub");

const packageList = "apt/Packages";

const scratch = join(places.installer, "preview");

/** Judges a bundle, then opens it where nothing is installed from; the folder goes when the command ends. */
export async function openBundle(bundle: string): Promise<Preview> {
  const key = await readFile(releaseKey, "utf8");
  const manifest = await verifyBundle({ bundle, key });
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const folder = await filesOf(bundle, ["upgrade-path.json", packageList, manifest.package]);
  await mustRun(["dpkg-deb", "-x", join(folder, manifest.package), join(scratch, "tree")]);
  const path = UpgradePath.parse(
    JSON.parse(await readFile(join(folder, "upgrade-path.json"), "utf8")),
  );
  const release = join(scratch, "tree", places.releases, manifest.version);
  const updates = await packagesBehind(join(folder, packageList));
  return { manifest, path, release, updates };
}

/** A folder that holds these files of a bundle, whether it came as one file or unpacked. */
export async function filesOf(bundle: string, names: readonly string[]): Promise<string> {
  if ((await stat(bundle)).isDirectory()) {
    return bundle;
  }
  const folder = join(scratch, "files");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const options = ["--strip-components=1", "--no-same-owner", "--wildcards"];
  const wanted = names.map((name) => `*/${name}`);
  await mustRun(["tar", "-xf", bundle, "-C", folder, ...options, ...wanted], {
    timeoutSeconds: 600,
  });
  return folder;
}
