import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { hashOfFile } from "../engine/restic.ts";
import type { BackupPlaces } from "../places.ts";

/**
 * The hashes of what pgBackRest's own verifier passes over: its manifests (it reads whichever of two copies opens),
 * their history, and the notes beside the WAL. The lists that change with every run are compared with their copies
 * instead.
 */
export async function hashUnjudgedFiles(
  places: Pick<BackupPlaces, "folder" | "stanza">,
  known: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of await unjudgedFiles(places)) {
    hashes[path] = known[path] ?? (await hashOfFile(join(places.folder, "database", path)));
  }
  return hashes;
}

/** Paths from the top of the repository. */
export async function unjudgedFiles({
  folder,
  stanza,
}: Pick<BackupPlaces, "folder" | "stanza">): Promise<string[]> {
  const top = join(folder, "database");
  const parts = [join(top, "backup", stanza), join(top, "archive", stanza)];
  const found = await Promise.all(parts.map((part) => filesBelow(part)));
  return found
    .flat()
    .map((path) => relative(top, path))
    .filter((path) =>
      /\/backup\.manifest(\.copy)?$|\.manifest\.\w+$|\.backup$|\.history$/.test(path),
    );
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
