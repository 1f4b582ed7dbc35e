/**
 * INVARIANT: an envelope is replaced whole, by a rename, with one that opens the same content: whatever dies
 * when, every content opens, under the old key or the new. The ciphertext is not touched.
 */
import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { row, transaction } from "../database.ts";
import { syncFolder } from "../sync-folder.ts";
import { writeEnvelope } from "./settle-content.ts";
import { readEnvelope, unwrapContent, wrapContent } from "./envelope.ts";
import { currentKeyId } from "./keys.ts";
import { incomingFolder, sealedFolder } from "./store-places.ts";
import { foldersOf, namesIn } from "./walk-store.ts";

const ending = ".envelope";
const storeLock = 7_360_022;

/** Wraps every data key under the newest key-encryption key; begun again it goes on where it stood. */
export async function rewrapContents(): Promise<number> {
  let rewrapped = 0;
  for await (const folder of foldersOf(sealedFolder())) {
    rewrapped += await keepingStore(() => rewrapFolder(folder));
  }
  return rewrapped;
}

/** How many contents each key-encryption key holds. */
export async function countWrapped(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const folder of foldersOf(sealedFolder())) {
    for (const name of await envelopesIn(folder)) {
      const key = (await readEnvelope(join(folder, name)))?.key;
      counts.set(key ?? "", (counts.get(key ?? "") ?? 0) + 1);
    }
  }
  counts.delete(""); // destroyed while we counted
  return counts;
}

/** Envelopes are replaced and destroyed by one at a time: what was destroyed must not come back. */
export function keepingStore<T>(work: () => Promise<T>): Promise<T> {
  return transaction(async () => {
    await row("select pg_advisory_xact_lock($storeLock) is null as locked", { storeLock });
    return work();
  });
}

async function rewrapFolder(folder: string): Promise<number> {
  let rewrapped = 0;
  for (const name of await envelopesIn(folder)) {
    rewrapped += (await rewrap(join(folder, name))) ? 1 : 0;
  }
  if (rewrapped > 0) {
    await syncFolder(folder);
  }
  return rewrapped;
}

async function rewrap(path: string): Promise<boolean> {
  const envelope = await readEnvelope(path);
  if (!envelope || envelope.key === currentKeyId()) {
    return false;
  }
  const name = basename(path, ending);
  const temporary = join(incomingFolder(), `${randomUUID()}${ending}`);
  try {
    await writeEnvelope(wrapContent(name, unwrapContent(name, envelope)), temporary);
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  return true;
}

async function envelopesIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.endsWith(ending));
}
