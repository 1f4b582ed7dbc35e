import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { BackupPlaces } from "../places.ts";
import { ArchiveReader, type Archived } from "./local-archive.ts";
import { noteCarried } from "./carried-note.ts";
import { listShelf, putOnShelf, shelfOf, wholeOnes, type Shelf } from "./shelf.ts";

/** Carries the archive of the database to the second host, file by file, as it grows. */
export class WalCarrier {
  readonly #shelf: Shelf;
  readonly #archive: ArchiveReader;
  /** By history: names there, with their lengths. A file that was torn on its way has a lesser one. */
  readonly #there = new Map<string, Map<string, number>>();

  constructor(shelf: Shelf, places: BackupPlaces) {
    this.#shelf = shelf;
    this.#archive = new ArchiveReader(places);
  }

  /** Carries what is not there yet; answers how many files that were. */
  async carry(): Promise<number> {
    let carried = 0;
    try {
      for (const file of await this.#archive.read()) {
        carried += Number(await this.#carryOne(file));
      }
    } catch (error) {
      this.#archive.forget();
      this.#there.clear(); // whether the last one arrived is asked of the second host
      throw error;
    }
    return carried;
  }

  async #carryOne({ history, name, path }: Archived): Promise<boolean> {
    const there = await this.#on(history);
    const { size } = await stat(path);
    if (there.get(name) === size) {
      return false;
    }
    await putOnShelf(this.#shelf, history, { name, path, bytes: size, at: new Date() });
    there.set(name, size);
    return true;
  }

  async #on(history: string): Promise<Map<string, number>> {
    const known = this.#there.get(history);
    const there =
      known ??
      new Map(
        wholeOnes(await listShelf(this.#shelf, history)).map(({ name, bytes }) => [name, bytes]),
      );
    this.#there.set(history, there);
    return there;
  }
}

export interface Following {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

const everyMilliseconds = 2_000;

/**
 * Carries until it is told to stop. A second host that is away is waited for: the archive here is the queue, and
 * an alert comes when it is five minutes old.
 */
export async function followArchive(
  places: BackupPlaces,
  { signal, say }: Following,
): Promise<void> {
  const shelf = shelfOf(places);
  if (!shelf) {
    throw new Error("No second host is set up: write its address first");
  }
  const carrier = new WalCarrier(shelf, places);
  let trouble = "";
  while (!signal.aborted) {
    try {
      await carrier.carry();
      await noteCarried(places);
      if (trouble !== "") {
        say("the second host has everything again");
      }
      trouble = "";
    } catch (error) {
      const reason = error instanceof Error ? error.message || error.name : String(error);
      if (reason !== trouble) {
        say(reason);
      }
      trouble = reason;
    }
    await pause(everyMilliseconds, undefined, { signal }).catch(() => undefined);
  }
}
