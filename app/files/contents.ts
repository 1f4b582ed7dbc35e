import { plannedOnce, rows } from "../base/index.ts";

/** A paper in the table of contents of a file's correspondence. */
export interface ContentsEntry {
  readonly id: string;
  readonly serial: number;
  readonly direction: "in" | "out";
  readonly title: string;
  readonly pageFrom: number;
  readonly pageTo: number;
  readonly flag: "puc" | "fr" | null;
  readonly addedAt: Date;
  /** The number the paper itself carries: diary number or issue number. */
  readonly number: string | null;
  readonly receiptId: string | null;
  readonly letterId: string | null;
  readonly from: string | null;
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly pages: number;
    readonly pageFrom: number;
  }[];
}

/** The table of contents, in the order of the papers. The caller has found the file for the actor. */
export function contentsOf(fileId: string): Promise<ContentsEntry[]> {
  return rows<ContentsEntry>(
    `${plannedOnce} select c.id, c.serial, c.direction, c.title, c.page_from as "pageFrom", c.page_to as "pageTo", c.flag,
       c.added_at as "addedAt", coalesce(i.number, l.number) as number, c.receipt_id as "receiptId",
       c.letter_id as "letterId", r.sender_name as from,
       coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name, 'mediaType', d.media_type,
           'pages', d.pages, 'pageFrom', cd.page_from) order by cd.position)
         from correspondence_documents cd join documents d on d.id = cd.document_id
         where cd.correspondence_id = c.id), '[]') as documents
     from correspondence c
     left join receipts r on r.item_id = c.receipt_id
     left join items i on i.id = c.receipt_id
     left join letters l on l.id = c.letter_id
     where c.file_id = $fileId order by c.serial`,
    { fileId },
  );
}
