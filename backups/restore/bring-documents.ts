import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesInSnapshot, restoreSnapshot, snapshotsIn, type Store } from "../engine/restic.ts";
import { anyStore } from "../keep/stores.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { BackupPlaces } from "../places.ts";
import { giveTreeTo } from "../postgres/give-tree.ts";

export interface Brought {
  /** Files that were missing and are there again. */
  readonly brought: number;
  /** Files of the snapshot that were there already. */
  readonly kept: number;
}

/**
 * Fills the document store up from a snapshot. Contents never change under their name, so what is there stays, and
 * what came in after the moment gone back to does no harm.
 */
export async function bringDocuments(
  places: BackupPlaces,
  manifest: Manifest | undefined,
  until: Date | undefined,
): Promise<Brought> {
  const store = await anyStore(places);
  const id = (await ofManifest(store, manifest)) ?? (await nearest(store, until));
  if (id === undefined) {
    return { brought: 0, kept: 0 };
  }
  const files = (await filesInSnapshot(store, id)).filter(({ path }) =>
    path.startsWith(`${places.documents}/`),
  );
  const missing = await missingOf(files);
  if (missing.length > 0) {
    await fill(places, store, { id, missing });
  }
  return { brought: missing.length, kept: files.length - missing.length };
}

/** The second host has snapshots of its own, with other names. */
async function ofManifest(store: Store, manifest?: Manifest): Promise<string | undefined> {
  const wanted = manifest?.documents.snapshot;
  const found = (await snapshotsIn(store)).find(
    ({ id }) => wanted !== undefined && id.startsWith(wanted),
  );
  return found?.id;
}

/** The first snapshot after the moment holds all that had come in by then. */
async function nearest(store: Store, until: Date | undefined): Promise<string | undefined> {
  const snapshots = (await snapshotsIn(store)).filter(({ tags }) => tags.includes("documents"));
  const after = snapshots.find(({ at }) => until !== undefined && at >= until);
  return (after ?? snapshots.at(-1))?.id;
}

async function missingOf(
  files: readonly { readonly path: string; readonly bytes: number }[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const { path, bytes } of files) {
    const found = await stat(path).catch(() => undefined);
    if (found?.size !== bytes) {
      missing.push(path);
    }
  }
  return missing;
}

/** Restores beside the store, on the same disk, and moves each missing file into its place. */
async function fill(
  places: BackupPlaces,
  store: Store,
  { id, missing }: { readonly id: string; readonly missing: readonly string[] },
): Promise<void> {
  const side = join(dirname(places.documents), "documents.restored"); // one at a time: under the backups' lock
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { mode: 0o700 });
  try {
    await restoreSnapshot(store, { id, into: side, only: [places.documents] });
    for (const path of missing) {
      await makePlain(places.documents, dirname(path));
      await rename(join(side, path), path);
    }
    if (existsSync(places.documents)) {
      await chmod(places.documents, 0o700);
      await giveTreeTo(places.application.user, places.documents);
    }
  } finally {
    await rm(side, { recursive: true, force: true });
  }
}

/** The store belongs to the application's user: a link that he laid there would lead root elsewhere. */
export async function makePlain(top: string, folder: string): Promise<void> {
  if (folder !== top) {
    await makePlain(top, dirname(folder));
  }
  const found = await lstat(folder).catch(() => undefined);
  if (found === undefined) {
    await mkdir(folder, { recursive: folder === top, mode: 0o700 });
  } else if (!found.isDirectory()) {
    throw new Error(`${folder} is no folder: nothing is restored through it`);
  }
}
