/** What a policy lets the application do with rows of one table, as SQL. What is left out is refused. */
export interface Rules {
  readonly select: string;
  readonly insert?: string;
  readonly update?: string;
  /** Which rows may be locked, where more are than may be changed: a refusal needs its reason. */
  readonly lock?: string;
  readonly delete?: string;
}

const remembered = (id: string): string =>
  `strpos(current_setting('secretariat.sight', true), ${id}::text) > 0`;
/** The item of this row may be seen; a statement often asks it of many rows of one item. */
const seen = (id: string): string => `(${remembered(id)} or item_is_open(${id}))`;
/** It lies on the desk. */
const held = (id: string): string => `item_is_held(${id})`;
/** It lies on the desk, or in a file that does. */
export const worked = (id: string): string => `(select true from items work where work.id = ${id}
  and (work.holder_post_id = acting_post() or item_is_held(work.parent_id)))`;
const mine = "post_id = acting_post()";
const ownLetter = "(kind = 'receipt' and unit_id = acting_unit() and classification = 'normal')";

export const desk: Readonly<Record<string, Rules>> = {
  items: {
    select: `${remembered("id")} or acting_post() = any(array[holder_post_id, created_by_post_id])
      or (classification = 'normal' and unit_id in (select covered.id from units covered
        where covered.ancestor_ids && covered_units()))
      or exists (select from movements seen where seen.item_id = items.id
        and acting_post() = any(array[seen.to_post_id, seen.from_post_id]))
      or exists (select from item_copies copy where copy.item_id = items.id and copy.post_id = acting_post())
      or (parent_id is not null and item_is_in_sight(id))
      or case acting_purpose() when 'senders' then ${ownLetter} when 'duplicates' then ${ownLetter}
        when 'outward' then item_is_in_register(id)
        when 'administer' then acts_with_role('administrator') end`,
    insert:
      "created_by_post_id = acting_post() and holder_post_id = acting_post() and state = 'created'",
    lock: "acting_post() = any(array[holder_post_id, created_by_post_id]) or item_is_in_sight(id)",
    update: `holder_post_id = acting_post() or from_post_id = acting_post()
      or (state = 'attached' and item_is_held(parent_id))`,
  },
  movements: {
    select: `acting_post() = any(array[to_post_id, from_post_id]) or ${seen("item_id")}`,
    insert: `from_post_id = acting_post() and from_employee_id is not distinct from acting_employee()
      and ${seen("item_id")}`,
  },
  openings: {
    select: `${mine} or ${seen("item_id")}`,
    insert: `${mine} and ${held("item_id")}`,
  },
  item_copies: {
    select: `${mine} or ${seen("item_id")}`,
    insert: `exists (select from movements marking where marking.id = movement_id
      and marking.item_id = item_copies.item_id and marking.from_post_id = acting_post())`,
    update: mine,
  },
  folders: all(mine),
  filings: { ...all(mine), insert: `${mine} and ${seen("item_id")}` },
  notices: {
    select: `${mine} or acts_for_purpose('identify')`,
    insert: "false",
    update: mine,
  },
};

function all(condition: string): Rules {
  return { select: condition, insert: condition, update: condition, delete: condition };
}

export const papers: Readonly<Record<string, Rules>> = {
  receipts: {
    select: seen("item_id"),
    insert: held("item_id"),
    update: `(select true from items entered where entered.id = item_id
      and (entered.holder_post_id = acting_post() or entered.created_by_post_id = acting_post()))`,
  },
  receipt_documents: {
    select: seen("receipt_id"),
    insert: held("receipt_id"),
    delete: held("receipt_id"),
  },
  files: { select: seen("item_id"), insert: held("item_id"), update: held("item_id") },
  correspondence: {
    select: seen("file_id"),
    insert: `added_by_post_id = acting_post() and ${held("file_id")}`,
    update: held("file_id"),
  },
  correspondence_documents: {
    select: "(select true from correspondence c where c.id = correspondence_id)",
    insert: `(select true from correspondence c where c.id = correspondence_id
      and c.added_by_post_id = acting_post())`,
  },
  note_drafts: { ...all(mine), insert: `${mine} and ${held("file_id")}` },
  notes: {
    select: seen("file_id"),
    insert: `${mine} and employee_id = acting_employee() and ${held("file_id")}`,
  },
  note_references: {
    select: "(select true from notes n where n.id = note_id)",
    insert: "(select true from notes n where n.id = note_id and n.post_id = acting_post())",
  },
  documents: {
    select: `created_by_post_id = acting_post()
      or exists (select from correspondence_documents cd where cd.document_id = documents.id)
      or exists (select from receipt_documents rd where rd.document_id = documents.id)
      or exists (select from letters l where l.document_id = documents.id and item_is_in_sight(l.item_id))
      or (is_permitted('dispatch') and document_is_in_registry(id))`,
    insert: "created_by_post_id = acting_post()",
  },
};

export const letters: Readonly<Record<string, Rules>> = {
  drafts: {
    select: seen("item_id"),
    insert: `created_by_post_id = acting_post() and ${held("item_id")}`,
    lock: seen("item_id"),
    update: worked("item_id"),
  },
  draft_versions: {
    select: "(select true from drafts d where d.id = draft_id)",
    insert: `${mine} and (select true from drafts d where d.id = draft_id)`,
  },
  draft_edits: {
    ...all(mine),
    select: `${mine} or (select ${held("d.item_id")} from drafts d where d.id = draft_id)`,
    delete: `${mine} or (select ${held("d.item_id")} from drafts d where d.id = draft_id)`,
  },
  cancelled_numbers: {
    select: "(select true from drafts d where d.id = draft_id)",
    insert: `${mine} and (select true from drafts d where d.id = draft_id)`,
  },
  letters: {
    select: `${seen("item_id")} or (acts_for_purpose('outward') and letter_is_in_register(id))`,
    insert: held("item_id"),
  },
  dispatches: {
    select: `(select true from letters l where l.id = letter_id)`,
    insert: `(select true from letters l where l.id = letter_id)`,
    lock: `(select true from letters l where l.id = letter_id)`,
    update: `unit_id = acting_unit() or keeps_registry_of(unit_id)
      or (select ${held("l.item_id")} from letters l where l.id = letter_id)`,
  },
  certificates: {
    select: `employee_id = acting_employee() or (is_somebody() and revoked_at is not null)
      or acts_with_role('administrator') or acts_with_role('auditor')
      or exists (select from letters l where l.certificate_id = certificates.id)`,
    insert: "employee_id = acting_employee()",
    update: "acts_with_role('administrator')",
  },
};

const administers = "acts_with_role('administrator')";
const ownAccount = "account_id = acting_account()";
const identifies = "acts_for_purpose('identify')";

export const people: Readonly<Record<string, Rules>> = {
  events: {
    select: `${ownAccount} or acts_with_role('auditor') or (item_id is not null and ${seen("item_id")})
      or (${identifies} and xid = pg_current_xact_id_if_assigned())`,
    insert: `${ownAccount} or ${identifies}`,
  },
  submissions: all(ownAccount),
  accounts: {
    select: `id = acting_account() or ${identifies} or ${administers}`,
    insert: administers,
    update: `id = acting_account() or ${identifies} or ${administers}`,
    delete: administers,
  },
  access_tokens: {
    select: `${ownAccount} or ${identifies} or ${administers}`,
    insert: ownAccount,
    update: `${ownAccount} or ${identifies} or ${administers}`,
  },
  imports: all(administers),
  import_rows: all(administers),
};
