/**
 * INVARIANT: what a living row refers to is never destroyed. Without its data key a content is noise, wherever
 * copies of the ciphertext lie; a backup of the envelopes keeps it openable until that backup has expired.
 */
import { randomUUID } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { row } from "../database.ts";
import { conflict, notFound } from "../errors.ts";
import { record } from "../events.ts";
import type { Actor } from "../policy.ts";
import { syncFolder } from "../sync-folder.ts";
import { readEnvelope } from "./envelope.ts";
import { keepingStore } from "./rewrap-contents.ts";
import { openPlace, storePlace } from "./store-places.ts";

/** What came in so lately may be about to be referred to. */
const lately = 3_600_000;

interface Reference {
  readonly table: string;
  readonly column: string;
}

const references: Reference[] = [];

/** Says that a column of a table refers to contents by their SHA-256. */
export function refersToContent(table: string, column: string): void {
  references.push({ table, column });
}

export function contentReferences(): readonly Reference[] {
  return references;
}

/** Destroys the data key of a content, and then the ciphertext. `reason` names the order it is done by. */
export function shred(actor: Actor, sha256: string, reason: string): Promise<void> {
  const place = storePlace(sha256);
  return keepingStore(async () => {
    const envelope = await readEnvelope(place.envelope);
    if (!envelope) {
      throw notFound();
    }
    await refuseReferred(sha256);
    if (Date.now() - (await stat(place.envelope)).mtimeMs < lately) {
      throw conflict("This content has only just come in. Try again in an hour.");
    }
    await record(actor, "encryption.content-destroyed", {
      subject: { type: "content", id: envelope.object },
      detail: { reason, bytes: envelope.bytes },
    });
    const doomed = await takeAway(place.envelope);
    await overwrite(doomed);
    await rm(doomed);
    await syncFolder(place.folder);
    await rm(place.object(envelope.object), { force: true });
    await rm(openPlace(sha256), { force: true }); // of an earlier release, or it would come back
  });
}

/** Out of the way first: whoever brings the same content from now on stores it anew, and is not told it stands. */
async function takeAway(path: string): Promise<string> {
  const doomed = `${path}.${randomUUID()}`;
  await rename(path, doomed);
  if (Date.now() - (await stat(doomed)).mtimeMs < lately) {
    await rename(doomed, path);
    throw conflict("This content has only just come in. Try again in an hour.");
  }
  return doomed;
}

async function refuseReferred(sha256: string): Promise<void> {
  for (const { table, column } of references) {
    if (
      await row(`select 1 as found from ${table} where ${column} = $sha256 limit 1`, { sha256 })
    ) {
      throw conflict("Something still refers to this content.");
    }
  }
}

/** Where the disk writes in place, nothing of the wrapped key is left either. */
async function overwrite(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
