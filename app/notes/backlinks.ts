import { rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { Reference } from "../writing/index.ts";

/** Where this file is pointed at from; only what the reader may see. */
export interface Backlink {
  readonly noteId: string;
  readonly fromFileId: string;
  readonly fromNumber: string;
  readonly fromSubject: string;
  readonly fromParagraph: number;
  readonly kind: Reference["kind"];
  readonly targetPage: number | null;
  readonly targetParagraph: number | null;
}

/** The other end of every reference to this file. */
export function backlinksTo(actor: Actor, fileId: string): Promise<Backlink[]> {
  return rows<Backlink>(
    `select n.id as "noteId", n.file_id as "fromFileId", i.number as "fromNumber", i.subject as "fromSubject",
       n.paragraph_from as "fromParagraph", r.kind, r.target_page as "targetPage",
       r.target_paragraph as "targetParagraph"
     from note_references r
     join notes n on n.id = r.note_id
     join items i on i.id = n.file_id
     where r.target_file_id = $fileId and ${visibleTo("i")}
     order by n.signed_at, r.position limit 200`,
    { fileId, ...viewer(actor) },
  );
}

export interface RelatedFile {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  /** A note of this file points there. */
  readonly isCited: boolean;
  /** A note of that file points here. */
  readonly cites: boolean;
}

/** Files tied to this one by the references of their notes, in either direction. */
export function relatedFiles(actor: Actor, fileId: string): Promise<RelatedFile[]> {
  return rows<RelatedFile>(
    `select i.id, i.number, i.subject, bool_or(link.is_cited) as "isCited", bool_or(not link.is_cited) as cites
     from (
       select r.target_file_id as id, true as is_cited
       from note_references r join notes n on n.id = r.note_id
       where n.file_id = $fileId and r.target_file_id <> $fileId
       union all
       select n.file_id, false
       from note_references r join notes n on n.id = r.note_id
       where r.target_file_id = $fileId and n.file_id <> $fileId
     ) as link
     join items i on i.id = link.id
     where ${visibleTo("i")}
     group by i.id order by i.number limit 100`,
    { fileId, ...viewer(actor) },
  );
}
