import { forPurpose, notFound, row, rows, type Actor } from "../base/index.ts";
import { heldByVisible, isConfidential, isInHand } from "./holders.ts";

/** Stored bytes under the name they came with. The same bytes may come twice under two names. */
export interface StoredDocument {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly pages: number;
  readonly name: string;
}

/** The document, if something that holds it may be seen; otherwise as if it did not exist. */
export async function findDocument(actor: Actor, id: string): Promise<StoredDocument> {
  const [found] = await findDocuments(actor, [id]);
  if (!found) {
    throw notFound();
  }
  return found;
}

/** Those of the documents that may be seen, in the order asked for. */
export async function findDocuments(
  actor: Actor,
  ids: readonly string[],
): Promise<StoredDocument[]> {
  if (ids.length === 0) {
    return [];
  }
  return forPurpose("outward", () =>
    rows<StoredDocument>(
      `select ${documentColumns} from documents d
       where d.id = any($ids::uuid[]) and (d.created_by_post_id = $viewerPost::uuid or ${heldByVisible()})
       order by array_position($ids::uuid[], d.id)`,
      { ids, viewerPost: actor.postId, viewerUnits: actor.coveredUnitIds },
    ),
  );
}

/** For work that shows nothing to a person: the bytes behind an id already vouched for. */
export async function documentById(id: string): Promise<StoredDocument> {
  const found = await row<StoredDocument>(
    `select ${documentColumns} from documents d where d.id = $id`,
    { id },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}

export const documentColumns = `
  d.id, d.sha256, d.bytes, d.media_type as "mediaType", d.pages, d.name`;

/** Whether a document is a paper of something confidential, and whether the reader's post holds that now. */
export interface Secrecy {
  readonly confidential: boolean;
  readonly inHand: boolean;
}

export async function secrecyOf(actor: Actor, id: string): Promise<Secrecy> {
  const found = await row<Secrecy>(
    `select ${isConfidential()} as confidential, ${isInHand()} as "inHand"
     from documents d where d.id = $id and $viewerPost::uuid is not null`,
    { id, viewerPost: actor.postId },
  );
  return found ?? { confidential: false, inHand: false };
}

/** How a browser can show it; a TIFF is shown as the PDF that is made of it. */
export function viewerKind(mediaType: string): "pdf" | "image" | "other" {
  if (mediaType === "application/pdf" || mediaType === "image/tiff") {
    return "pdf";
  }
  return mediaType.startsWith("image/") ? "image" : "other";
}
