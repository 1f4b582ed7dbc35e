import {
  findFinishedUploads,
  invalid,
  rows,
  type Actor,
  type UploadedFile,
} from "../../base/index.ts";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Lets forms name uploads that are whole in their field `_uploads`, in place of sending files. */
export function offerFinishedUploads(): void {
  findFinishedUploads(async (actor, ids) => {
    const files = await filesOf(actor, ids);
    if (files.length < new Set(ids).size) {
      throw invalid("files", "An upload is not here any more, or not whole. Upload it again.");
    }
    return files;
  });
}

/** Only those of the account and post that sent them. */
async function filesOf(actor: Actor, ids: readonly string[]): Promise<UploadedFile[]> {
  const found = await rows<Omit<UploadedFile, "field">>(
    `select sha256, bytes, name from uploads
     where id = any($ids::uuid[]) and sha256 is not null and account_id = $account
       and post_id is not distinct from $post::uuid
     order by array_position($ids::uuid[], id)`,
    {
      ids: ids.filter((id) => uuid.test(id)),
      account: actor.accountId,
      post: actor.postId || null,
    },
  );
  return found.map((file) => ({ ...file, bytes: Number(file.bytes), field: "files" }));
}
