import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../installer/host/index.ts";
import type { BackupPlaces } from "../places.ts";
import { Manifest } from "./manifest.ts";
import { opened, signed, signingKey } from "./sign.ts";

type Where = Pick<BackupPlaces, "folder" | "state">;

export interface Manifests {
  /** Oldest first. */
  readonly genuine: readonly Manifest[];
  /** Files that are no longer as they were signed. */
  readonly broken: readonly string[];
}

export async function readManifests(places: Where): Promise<Manifests> {
  const folder = folderOf(places);
  const names = existsSync(folder) ? (await readdir(folder)).toSorted() : [];
  const key = names.length > 0 ? await signingKey(places.state) : "";
  const genuine: Manifest[] = [];
  const broken: string[] = [];
  for (const name of names.filter((one) => one.endsWith(".manifest"))) {
    const manifest = Manifest.safeParse(opened(await readFile(join(folder, name), "utf8"), key));
    if (manifest.success) {
      genuine.push(manifest.data);
    } else {
      broken.push(name);
    }
  }
  return { genuine, broken };
}

export async function writeManifest(places: Where, manifest: Manifest): Promise<void> {
  const folder = folderOf(places);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = signed(Manifest.parse(manifest), await signingKey(places.state));
  await writeWhole(join(folder, `${manifest.name}.manifest`), text, mine(0o600));
}

export async function removeManifest(places: Where, name: string): Promise<void> {
  await rm(join(folderOf(places), `${name}.manifest`), { force: true });
}

export function mine(mode: number): { mode: number; uid: number; gid: number } {
  return { mode, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

function folderOf({ folder }: Where): string {
  return join(folder, "manifests");
}
