import { v7 as newId } from "uuid";
import { execute, now, record, transaction, type Actor, type UploadedFile } from "../base/index.ts";
import { cleanName } from "./clean-name.ts";
import type { StoredDocument } from "./document.ts";
import { inspectOwn, inspectUpload } from "./inspect-upload.ts";
import { refuseBeyondQuota } from "./quota.ts";
import { refusalFor } from "./refusals.ts";
import { noteOwn, scanContent } from "./scanner/scan-content.ts";

interface Registration {
  /** The product drew these bytes itself: they are not looked into as a stranger's are. */
  readonly ours?: boolean;
}

/** Takes an uploaded file in as a document, once its bytes are seen to be one. */
export async function registerDocument(
  actor: Actor,
  file: UploadedFile,
  { ours = false }: Registration = {},
): Promise<StoredDocument> {
  const facts = await (ours ? inspectOwn(file) : inspectUpload(file));
  if (ours) {
    await noteOwn(file.sha256);
  } else {
    await refuseInfected(file);
    await refuseBeyondQuota(actor, file);
  }
  const document = {
    id: newId(),
    sha256: file.sha256,
    bytes: file.bytes,
    mediaType: facts.mediaType,
    pages: facts.pages,
    name: cleanName(file.name, facts.extension),
  };
  await transaction(async () => {
    await execute(statement, {
      ...document,
      at: now(),
      employee: actor.employeeId,
      post: actor.postId || null,
    });
    await record(actor, "document.registered", {
      subject: { type: "document", id: document.id },
      detail: { ...document },
    });
  });
  return document;
}

async function refuseInfected(file: UploadedFile): Promise<void> {
  const { finding, scan } = await scanContent(file.sha256);
  if (scan === "infected") {
    throw refusalFor(file, "virus", finding ?? "");
  }
}

const statement = `
  insert into documents (id, sha256, bytes, media_type, pages, name, created_at, created_by_id, created_by_post_id)
  values ($id, $sha256, $bytes, $mediaType, $pages, $name, $at, $employee, $post)`;

/** Several at once, in the order given; one that is refused refuses all. */
export function registerDocuments(
  actor: Actor,
  files: readonly UploadedFile[],
): Promise<StoredDocument[]> {
  return transaction(async () => {
    const registered: StoredDocument[] = [];
    for (const file of files) {
      registered.push(await registerDocument(actor, file));
    }
    return registered;
  });
}
