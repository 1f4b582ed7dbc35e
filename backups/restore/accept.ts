import { backUpSet } from "../keep/back-up-set.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser } from "../postgres/as-superuser.ts";
import { noteRestore, readRestore } from "./restore-note.ts";
import { endReview } from "./review.ts";

/**
 * Ends the review. What follows a restore is another history than what is in the repository, so nothing is written
 * before a full set of it is taken. Broken off anywhere, it is done again from the beginning.
 */
export async function acceptRestore(
  places: BackupPlaces,
  product: string,
): Promise<Manifest | undefined> {
  const note = await readRestore(places);
  if (note?.state !== "review") {
    return undefined;
  }
  const manifest = await backUpSet(places, { type: "full", product, mayShrink: true });
  await asSuperuser(places.postgres, endReview);
  await noteRestore(places, { ...note, state: "accepted" });
  return manifest;
}
