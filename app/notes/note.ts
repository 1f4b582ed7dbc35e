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
  /** When the note before it was signed: papers that came since stand between the two. */
  readonly previousAt: Date | null;
  /** Its place in the sealed record, once it is sealed. */
  readonly seal: number | null;
}

export type Extent = "all" | { readonly fromParagraph?: number | undefined };

/**
 * The note sheet of a file, in order: whole, or its end as far as one reads at a sitting, or from a
 * paragraph on if that stands earlier. The caller has found the file for the actor.
 */
export function notesOf(fileId: string, extent: Extent = "all"): Promise<Note[]> {
  return rows<Note>(statement, {
    fileId,
    all: extent === "all",
    paragraph: extent === "all" ? null : (extent.fromParagraph ?? null),
  });
}

/** About six printed pages, and never fewer than five notes. */
const statement = `
  select n.id, n.sequence, n.paragraph_from as "paragraphFrom", n.paragraph_to as "paragraphTo", n.agrees,
    n.body, json_build_object('nameEn', n.author_name_en, 'nameHi', n.author_name_hi) as author,
    json_build_object('nameEn', n.post_name_en, 'nameHi', n.post_name_hi) as post,
    case when b.id is not null then json_build_object('nameEn', b.name_en, 'nameHi', b.name_hi) end
      as "onBehalfOf",
    n.signed_at as "signedAt", n."previousAt", s.sequence as seal
  from (
    select *, lag(signed_at) over (order by sequence) as "previousAt",
      sum(length(body_text)) over (order by sequence desc) as letters,
      row_number() over (order by sequence desc) as place
    from notes where file_id = $fileId
  ) as n
  left join employees b on b.id = n.on_behalf_of_id
  left join seals s on s.source = 'notes' and s.row_id = n.id
  where $all or n.place <= 5 or n.letters <= 12000
    or n.paragraph_to >= $paragraph::int
  order by n.sequence`;
