import { rows, type BilingualName } from "../base/index.ts";
import type { WrittenDocument } from "../writing/index.ts";

/** A green note: written once, signed off by its author, never changed. */
export interface Note {
  readonly id: string;
  readonly sequence: number;
  readonly paragraphFrom: number;
  readonly paragraphTo: number;
  /** Agreement with the note before, without words of one's own. */
  readonly agrees: boolean;
  readonly body: WrittenDocument;
  readonly author: BilingualName;
  /** The post as it was called then. */
  readonly post: BilingualName;
  readonly onBehalfOf: BilingualName | null;
  readonly signedAt: Date;
}

/** The note sheet of a file, in order. The caller has found the file for the actor. */
export function notesOf(fileId: string): Promise<Note[]> {
  return rows<Note>(
    `select n.id, n.sequence, n.paragraph_from as "paragraphFrom", n.paragraph_to as "paragraphTo", n.agrees,
       n.body, json_build_object('nameEn', n.author_name_en, 'nameHi', n.author_name_hi) as author,
       json_build_object('nameEn', n.post_name_en, 'nameHi', n.post_name_hi) as post,
       case when b.id is not null then json_build_object('nameEn', b.name_en, 'nameHi', b.name_hi) end
         as "onBehalfOf",
       n.signed_at as "signedAt"
     from notes n left join employees b on b.id = n.on_behalf_of_id
     where n.file_id = $fileId order by n.sequence`,
    { fileId },
  );
}
