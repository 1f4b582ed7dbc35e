import {
  conflict,
  notFound,
  row,
  rows,
  type Actor,
  type BilingualName,
  type Language,
} from "../base/index.ts";
import { itemColumns, lockItem, viewer, visibleTo, type Item } from "../movement/index.ts";
import type { DraftState, Nature } from "./choices.ts";
import type { LetterFormName } from "./letter/index.ts";

/** A letter in the making. What it says stands in its versions. */
export interface Draft {
  readonly id: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly form: LetterFormName;
  readonly language: Language;
  readonly nature: Nature;
  readonly subject: string;
  readonly state: DraftState;
  readonly version: number;
  readonly signatoryPostId: string | null;
  readonly replyToReceiptId: string | null;
  readonly correctsLetterId: string | null;
  readonly createdByPostId: string;
  readonly createdAt: Date;
  readonly approvedVersion: number | null;
  readonly approvedByPostId: string | null;
  readonly approvedAt: Date | null;
  readonly wetToken: string | null;
  readonly wetNumber: string | null;
  readonly wetYear: number | null;
  readonly wetSerial: number | null;
  readonly wetOn: string | null;
  readonly wetSignatoryId: string | null;
  readonly wetSha256: string | null;
  readonly wetBytes: number | null;
  readonly wetPages: number | null;
  readonly letterId: string | null;
}

export interface DraftLine extends Draft {
  readonly number: string | null;
  readonly lastBy: BilingualName | null;
  readonly lastAt: Date;
}

/** Still to become a letter. */
export function isLive({ state }: Pick<Draft, "state">): boolean {
  return state !== "issued" && state !== "dropped";
}

/** The draft and the item it stands on, if the actor may see that item. */
export async function findDraft(actor: Actor, id: string): Promise<{ draft: Draft; item: Item }> {
  const draft = await row<Draft>(
    `select ${draftColumns} from drafts d join items i on i.id = d.item_id
     where d.id = $id and ${visibleTo("i")}`,
    { id, ...viewer(actor) },
  );
  if (!draft) {
    throw notFound();
  }
  return { draft, item: await itemOf(draft.itemId) };
}

async function itemOf(id: string): Promise<Item> {
  const item = await row<Item>(`select ${itemColumns} from items i where i.id = $id`, { id });
  return item ?? refuse();
}

/** Item first, then draft: everybody locks in this order. */
export async function lockDraft(actor: Actor, id: string): Promise<{ draft: Draft; item: Item }> {
  const where = await row<{ itemId: string }>(
    `select item_id as "itemId" from drafts where id = $id`,
    { id },
  );
  const item = await lockItem(actor, where?.itemId ?? refuse());
  const draft = await row<Draft>(
    `select ${draftColumns} from drafts d where d.id = $id for update of d`,
    { id },
  );
  return { draft: draft ?? refuse(), item };
}

/** What was on the screen must be what is decided on. */
export function refuseOther(draft: Draft, version: number): void {
  if (draft.version !== version) {
    throw conflict(
      "The draft was changed meanwhile. Load the page again and look at version {version}.",
      {
        version: draft.version,
      },
    );
  }
}

/** Drafts that stand on an item the caller has found, newest first. */
export function draftsOf(itemId: string): Promise<DraftLine[]> {
  return rows<DraftLine>(
    `select ${draftColumns}, l.number, v.at as "lastAt",
       json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as "lastBy"
     from drafts d
     join draft_versions v on v.draft_id = d.id and v.version = d.version
     join employees e on e.id = v.employee_id
     left join letters l on l.draft_id = d.id
     where d.item_id = $itemId order by d.created_at desc, d.id desc`,
    { itemId },
  );
}

function refuse(): never {
  throw notFound();
}

export const draftColumns = `
  d.id, d.item_id as "itemId", d.unit_id as "unitId", d.form, d.language, d.nature, d.subject, d.state,
  d.version, d.signatory_post_id as "signatoryPostId", d.reply_to_receipt_id as "replyToReceiptId",
  d.corrects_letter_id as "correctsLetterId", d.created_by_post_id as "createdByPostId",
  d.created_at as "createdAt", d.approved_version as "approvedVersion",
  d.approved_by_post_id as "approvedByPostId", d.approved_at as "approvedAt", d.wet_token as "wetToken",
  d.wet_number as "wetNumber", d.wet_year as "wetYear", d.wet_serial as "wetSerial", d.wet_on as "wetOn",
  d.wet_signatory_id as "wetSignatoryId", d.wet_sha256 as "wetSha256", d.wet_bytes as "wetBytes",
  d.wet_pages as "wetPages",
  (select made.id from letters made where made.draft_id = d.id) as "letterId"`;
