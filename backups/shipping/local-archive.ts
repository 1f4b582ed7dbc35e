import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupPlaces } from "../places.ts";

export interface Archived {
  /** The history of the database it belongs to, such as `15-1`. */
  readonly history: string;
  readonly name: string;
  readonly path: string;
}

const perFolder = /^[0-9A-F]{16}/;
const finished =
  /^(?:[0-9A-F]{24}(?:-[0-9a-f]{40}(?:\.\w+)?|\.[0-9A-F]{8}\.backup)|[0-9A-F]{8}\.history)$/;

export function archiveFolder({ folder, stanza }: Pick<BackupPlaces, "folder" | "stanza">): string {
  return join(folder, "database/archive", stanza);
}

/** Where pgBackRest looks for a file of the archive: segments by the first letters of their name. */
export function placeInArchive(history: string, name: string): string {
  const [part] = perFolder.exec(name) ?? [];
  return name.endsWith(".history") || part === undefined
    ? join(history, name)
    : join(history, part, name);
}

/** A file may come within the same tick of the clock in which its folder was read. */
const settled = 5_000;

/** Looks into the archive again and again and reads only folders that changed: it holds a file for every minute. */
export class ArchiveReader {
  readonly #top: string;
  readonly #seen = new Map<string, number>();

  constructor(places: Pick<BackupPlaces, "folder" | "stanza">) {
    this.#top = archiveFolder(places);
  }

  /** Finished files in folders that changed since the last look, oldest first. */
  async read(): Promise<Archived[]> {
    const found: Archived[] = [];
    for (const history of await historiesIn(this.#top)) {
      const top = join(this.#top, history);
      const parts = (await foldersIn(top)).map((part) => join(top, part));
      for (const folder of [top, ...parts]) {
        const names = await this.#changed(folder);
        found.push(...names.map((name) => ({ history, name, path: join(folder, name) })));
      }
    }
    return found.toSorted((one, other) => one.name.localeCompare(other.name));
  }

  /** What was not carried is looked for again. */
  forget(): void {
    this.#seen.clear();
  }

  async #changed(folder: string): Promise<string[]> {
    const { mtimeMs } = await stat(folder);
    if (this.#seen.get(folder) === mtimeMs) {
      return [];
    }
    if (Date.now() - mtimeMs > settled) {
      this.#seen.set(folder, mtimeMs);
    }
    return (await readdir(folder)).filter((name) => finished.test(name));
  }
}

/** Each major version of Postgres, and each cluster, has a history of its own. */
export async function historiesIn(top: string): Promise<string[]> {
  return (await foldersIn(top)).filter((name) => /^\d+-\d+$/.test(name));
}

async function foldersIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
