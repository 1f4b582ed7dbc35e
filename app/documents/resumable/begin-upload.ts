import { v7 as newId } from "uuid";
import { config, insert, now, tooLarge, unauthenticated, type Actor } from "../../base/index.ts";
import { refuseBeyondQuota } from "../quota.ts";
import { newPartKey } from "./part-file.ts";
import { findUpload, type Upload } from "./upload.ts";

const hoursToFinish = 24;

/** Begins an upload that may be interrupted and go on later, on any instance. */
export async function beginUpload(
  actor: Actor,
  { bytes, name }: { readonly bytes: number; readonly name: string },
): Promise<Upload> {
  if (actor.accountId === null) {
    throw unauthenticated();
  }
  const limit = config().RESUMABLE_LIMIT_BYTES;
  if (bytes > limit) {
    throw tooLarge("The document is larger than {megabytes} MB. Scan it in parts.", {
      megabytes: Math.floor(limit / 1_048_576),
    });
  }
  const id = newId();
  await refuseBeyondQuota(actor, { field: "files", bytes, upload: id });
  await insert("uploads", {
    id,
    accountId: actor.accountId,
    postId: actor.postId || null,
    name,
    bytes,
    sealedKey: newPartKey(id),
    createdAt: now(),
    expiresAt: new Date(now().getTime() + hoursToFinish * 3_600_000),
  });
  return findUpload(actor, id);
}
