import { existsSync } from "node:fs";
import { readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { capture } from "../host/index.ts";
import { placesFile, readPlaces } from "../../backups/places.ts";
import { places } from "../places.ts";
import { usualBackupFolder } from "../site/index.ts";
import { ballastBytes } from "./ballast.ts";

export interface DiskReport {
  readonly disks: readonly {
    readonly path: string;
    readonly freeBytes: number;
    readonly totalBytes: number;
  }[];
  readonly folders: readonly { readonly path: string; readonly bytes: number }[];
  readonly ballastBytes: number;
  /** Bundles of releases that are not here any more, and halves of unpacked ones. */
  readonly needless: readonly string[];
}

export const largeFolders = [
  places.releases,
  places.bundle,
  // What a playbook that failed left; the next one takes it away.
  "/var/lib/secretariat-carried",
  places.documents,
  "/var/lib/postgresql",
  "/var/lib/redis",
  "/var/log",
  "/var/cache/apt",
] as const;

/** Where the room went. */
export async function reportDisk(): Promise<DiskReport> {
  const backups = backupFolder();
  const [disks, sizes, ballast, needless] = await Promise.all([
    Promise.all(["/", "/var/lib/postgresql", places.state, backups].map(roomOn)),
    Promise.all([...largeFolders, backups].map(sizeOf)),
    ballastBytes(),
    needlessBundles(),
  ]);
  const known = sizes
    .filter(({ bytes }) => bytes > 0)
    .toSorted((one, other) => other.bytes - one.bytes);
  return { disks: disks.flat(), folders: known, ballastBytes: ballast, needless };
}

/** As the installer wrote it down; the usual one before it did. */
function backupFolder(): string {
  return existsSync(placesFile()) ? readPlaces().folder : usualBackupFolder;
}

/** Bundles whose release was removed, and what an interrupted unpacking left. */
export async function needlessBundles(): Promise<readonly string[]> {
  const [bundles, releases] = await Promise.all(
    [places.bundle, places.releases].map((folder) => readdir(folder).catch((): string[] => [])),
  );
  return (bundles ?? [])
    .filter(
      (name) => name.startsWith(".unpacking-") || (/^\d/.test(name) && !releases?.includes(name)),
    )
    .map((name) => join(places.bundle, name));
}

async function roomOn(path: string) {
  const room = await statfs(path).catch(() => undefined);
  return room
    ? [{ path, freeBytes: room.bavail * room.bsize, totalBytes: room.blocks * room.bsize }]
    : [];
}

async function sizeOf(path: string) {
  const { output } = await capture(["du", "-sxb", path], { timeoutSeconds: 60 });
  return { path, bytes: Number(output.split(/\s/)[0] ?? 0) || 0 };
}
