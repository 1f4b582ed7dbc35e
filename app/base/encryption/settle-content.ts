/**
 * INVARIANT: an envelope appears only when its ciphertext is whole and on the disk: temporary name, fsync, link,
 * fsync of every folder on the way.
 */
import { link, mkdir, open, rename, rm, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { config } from "../config.ts";
import { syncFolder } from "../sync-folder.ts";
import type { Envelope } from "./envelope.ts";
import { incomingFolder, type StorePlace } from "./store-places.ts";

/**
 * Gives ciphertext its place, then its envelope, by which it begins to exist. Where the content exists already,
 * ours is superfluous; the envelope is touched, so that nobody destroys what has just come in again.
 */
export async function settleContent(
  place: StorePlace,
  path: string,
  envelope: Envelope,
): Promise<void> {
  const incoming = join(incomingFolder(), `${place.name}.${envelope.object}`);
  const object = place.object(envelope.object);
  let stands = false;
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  try {
    if (await touched(place.envelope)) {
      return;
    }
    await rename(path, incoming);
    await link(incoming, object);
    await syncFolder(place.folder);
    stands = await linkEnvelope(envelope, place.envelope);
    await touched(place.envelope);
  } finally {
    if (!stands) {
      await rm(object, { force: true });
    }
    await syncUpTo(place.folder);
    await rm(incoming, { force: true });
  }
}

/** Whether this envelope is the one that stands: another may have been first. */
async function linkEnvelope(envelope: Envelope, path: string): Promise<boolean> {
  const temporary = join(incomingFolder(), `${envelope.object}.envelope`);
  await writeEnvelope(envelope, temporary);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined); // a later sweep finds it
  }
}

/** Writes an envelope as a new file that is on the disk when this ends. */
export async function writeEnvelope(envelope: Envelope, path: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(JSON.stringify(envelope));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function touched(path: string): Promise<boolean> {
  const at = new Date();
  return utimes(path, at, at).then(
    () => true,
    () => false,
  );
}

async function syncUpTo(folder: string): Promise<void> {
  const above = dirname(folder);
  for (const each of [folder, above, dirname(above), config().DOCUMENTS_FOLDER]) {
    await syncFolder(each);
  }
}
