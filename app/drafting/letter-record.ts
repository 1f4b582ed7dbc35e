import { notFound, row, type Actor, type BilingualName, type Language } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { LetterFormName } from "./letter/index.ts";

/** A letter that went out. Never changed; a mistake in it is put right by a corrigendum. */
export interface IssuedLetter {
  readonly id: string;
  readonly draftId: string;
  readonly itemId: string;
  readonly itemKind: string;
  readonly itemNumber: string;
  readonly unitId: string;
  readonly number: string;
  readonly form: LetterFormName;
  readonly language: Language;
  readonly subject: string;
  readonly issuedOn: string;
  readonly documentId: string;
  readonly documentSha256: string;
  readonly documentPages: number;
  readonly mediaType: string;
  readonly signing: "certificate" | "wet";
  readonly signedAt: Date;
  readonly signatoryPostId: string;
  readonly signatory: BilingualName;
  readonly signatoryPost: BilingualName;
  readonly certificateSerial: string | null;
}

/** The letter, if the actor may see the item it was issued from. */
export async function findLetter(actor: Actor, id: string): Promise<IssuedLetter> {
  const found = await row<IssuedLetter>(
    `select ${letterColumns} from ${letterTables} where l.id = $id and ${visibleTo("i")}`,
    { id, ...viewer(actor) },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}

/** For work that shows nothing to a person. */
export async function letterById(id: string): Promise<IssuedLetter> {
  const found = await row<IssuedLetter>(
    `select ${letterColumns} from ${letterTables} where l.id = $id`,
    { id },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}

const letterTables = `letters l join items i on i.id = l.item_id
  join documents d on d.id = l.document_id
  join posts p on p.id = l.signatory_post_id
  join employees e on e.id = l.signatory_id
  left join certificates c on c.id = l.certificate_id`;

const letterColumns = `
  l.id, l.draft_id as "draftId", l.item_id as "itemId", i.kind as "itemKind", i.number as "itemNumber",
  l.unit_id as "unitId", l.number, l.form, l.language, l.subject, l.issued_on as "issuedOn",
  l.document_id as "documentId", l.document_sha256 as "documentSha256", d.pages as "documentPages",
  d.media_type as "mediaType", l.signing, l.signed_at as "signedAt",
  l.signatory_post_id as "signatoryPostId", c.serial_number as "certificateSerial",
  json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as signatory,
  json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) as "signatoryPost"`;
