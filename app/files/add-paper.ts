/**
 * INVARIANT: serial and page numbers of the correspondence run without gap. They are taken from the file's
 * own row, which the caller has locked through its item.
 */
import { v7 as newId } from "uuid";
import { insert, insertMany, now, row, type Actor } from "../base/index.ts";

export interface NewPaper {
  readonly fileId: string;
  readonly direction: "in" | "out";
  readonly title: string;
  readonly receiptId?: string;
  readonly letterId?: string;
  readonly flag?: "puc" | "fr";
  readonly documents: readonly { readonly id: string; readonly pages: number }[];
}

export interface Paper {
  readonly id: string;
  readonly serial: number;
  readonly pageFrom: number;
  readonly pageTo: number;
}

/** Adds one paper to the correspondence of a locked file and numbers its pages. */
export async function addPaper(actor: Actor, paper: NewPaper): Promise<Paper> {
  const pages = paper.documents.reduce((sum, document) => sum + document.pages, 0);
  const { serial, lastPage } = await takePlace(paper.fileId, pages);
  const added = { id: newId(), serial, pageFrom: lastPage - pages + 1, pageTo: lastPage };
  await insert("correspondence", {
    ...added,
    fileId: paper.fileId,
    direction: paper.direction,
    receiptId: paper.receiptId ?? null,
    letterId: paper.letterId ?? null,
    title: paper.title,
    flag: paper.flag ?? null,
    addedAt: now(),
    addedById: actor.employeeId,
    addedByPostId: actor.postId,
  });
  await insertMany("correspondence_documents", placed(added, paper.documents));
  return added;
}

async function takePlace(fileId: string, pages: number) {
  const place = await row<{ serial: number; lastPage: number }>(
    `update files set last_serial = last_serial + 1, last_page = last_page + $pages
     where item_id = $fileId returning last_serial as serial, last_page as "lastPage"`,
    { fileId, pages },
  );
  if (!place) {
    throw new Error(`There is no file ${fileId}`);
  }
  return place;
}

function placed(paper: Paper, documents: NewPaper["documents"]) {
  let pageFrom = paper.pageFrom;
  return documents.map(({ id, pages }, index) => {
    const place = { correspondenceId: paper.id, position: index + 1, documentId: id, pageFrom };
    pageFrom += pages;
    return place;
  });
}
