import { notFound, row, type Actor } from "../../base/index.ts";

/** A file on its way, of which so much has arrived. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  /** Set once it is whole and in the store. */
  readonly sha256: string | null;
  readonly sealedKey: string;
  readonly expiresAt: Date;
}

export const uploadColumns = `
  id, name, bytes, received, sha256, sealed_key as "sealedKey", expires_at as "expiresAt"`;

/** The upload, if this account began it in this post; for anybody else there is none. */
export async function findUpload(actor: Actor, id: string): Promise<Upload> {
  const found = await row<Upload>(
    `select ${uploadColumns} from uploads
     where id = $id and account_id = $account and post_id is not distinct from $post::uuid`,
    { id, account: actor.accountId, post: actor.postId || null },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}
