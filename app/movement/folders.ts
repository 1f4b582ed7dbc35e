import {
  conflict,
  execute,
  explainConstraint,
  insert,
  invalid,
  notFound,
  record,
  row,
  rows,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import { v7 as newId } from "uuid";
import { findItem } from "./item.ts";

/** A folder of one post; others never see it. */
export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

const mostFolders = 50;

const sameName = words("There is a folder of this name already. Choose another name.");
explainConstraint("folders_post_id_name_key", sameName);

export function listFolders(actor: Actor): Promise<Folder[]> {
  return rows<Folder>(
    `select f.id, f.name, (select count(*) from filings where folder_id = f.id) as items
     from folders f where f.post_id = $post order by f.name`,
    { post: actor.postId },
  );
}

export function createFolder(actor: Actor, name: string): Promise<string> {
  return transaction(async () => {
    const folders = await listFolders(actor);
    if (folders.length >= mostFolders) {
      throw conflict("A post may have {count} folders. Remove one first.", { count: mostFolders });
    }
    if (folders.some((folder) => folder.name === name)) {
      throw invalid("name", sameName);
    }
    const id = newId();
    await insert("folders", { id, postId: actor.postId, name });
    await recordFolder(actor, "created", { id, name });
    return id;
  });
}

export function renameFolder(
  actor: Actor,
  { folderId, name }: { readonly folderId: string; readonly name: string },
): Promise<void> {
  return transaction(async () => {
    await ownFolder(actor, folderId);
    await execute("update folders set name = $name where id = $id", { id: folderId, name });
    await recordFolder(actor, "renamed", { id: folderId, name });
  });
}

/** Removes a folder; what lay in it stays on the desk. */
export function removeFolder(actor: Actor, folderId: string): Promise<void> {
  return transaction(async () => {
    const { name } = await ownFolder(actor, folderId);
    await execute("delete from folders where id = $id", { id: folderId });
    await recordFolder(actor, "removed", { id: folderId, name });
  });
}

/** Puts an item one may see into a folder of one's own, or takes it out (`null`). */
export function fileItem(
  actor: Actor,
  { itemId, folderId }: { readonly itemId: string; readonly folderId: string | null },
): Promise<void> {
  return transaction(async () => {
    const item = await findItem(actor, itemId);
    const place = { post: actor.postId, item: item.id };
    if (folderId === null) {
      await execute("delete from filings where post_id = $post and item_id = $item", place);
    } else {
      await ownFolder(actor, folderId);
      await execute(putIntoFolder, { ...place, folder: folderId });
    }
    await record(actor, folderId === null ? "item.unfiled" : "item.filed", {
      subject: { type: "item", id: item.id, itemId: item.id },
      detail: { kind: item.kind, number: item.number, folderId },
    });
  });
}

const putIntoFolder = `
  insert into filings (post_id, item_id, folder_id) values ($post, $item, $folder)
  on conflict (post_id, item_id) do update set folder_id = excluded.folder_id`;

async function ownFolder(actor: Actor, id: string): Promise<{ name: string }> {
  const folder = await row<{ name: string }>(
    "select name from folders where id = $id and post_id = $post for update",
    { id, post: actor.postId },
  );
  if (!folder) {
    throw notFound();
  }
  return folder;
}

async function recordFolder(
  actor: Actor,
  what: "created" | "renamed" | "removed",
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await record(actor, `folder.${what}`, { subject: { type: "folder", id }, detail: { name } });
}
