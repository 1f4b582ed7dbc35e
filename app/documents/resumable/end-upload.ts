import { readdir } from "node:fs/promises";
import { defineChore, execute, rows, type Actor } from "../../base/index.ts";
import { partsFolder, removePart } from "./part-file.ts";
import { findUpload } from "./upload.ts";

/** Gives an upload up; what came of it is gone. */
export async function endUpload(actor: Actor, id: string): Promise<void> {
  await findUpload(actor, id);
  await execute("delete from uploads where id = $id", { id });
  await removePart(id);
}

/** Forgets uploads that nobody finished, or finished and did not use, within a day. */
export async function expireUploads(): Promise<void> {
  const expired = await rows<{ id: string }>(
    "delete from uploads where expires_at < clock_timestamp() returning id",
  );
  await Promise.all(expired.map(({ id }) => removePart(id)));
  await removeStrays();
}

/** A part without a row cannot be read by anybody, since its key is gone. */
async function removeStrays(): Promise<void> {
  const names = await readdir(partsFolder()).catch(() => []);
  const known = await rows<{ id: string }>(
    "select id from uploads where id::text = any($names::text[])",
    { names },
  );
  const kept = new Set(known.map(({ id }) => id));
  await Promise.all(names.filter((name) => !kept.has(name)).map(removePart));
}

defineChore("documents.expire-uploads", 600, expireUploads);
