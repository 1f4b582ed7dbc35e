import { kindOf, sees, type Classification, type KindName, type Relation } from "./kinds.ts";

/** What Postgres does with rows of the office's papers, for whoever the application says asks. */
export interface TableRow {
  /** Which rows belong to items `$1`, to the holder's post `$2` or to his account `$3`. */
  readonly rows: string;
  /** Who is shown them. */
  readonly select: SqlRule;
  /** Who changes them. Left out, nobody. */
  readonly update?: SqlRule;
  /** Who writes such a row. */
  readonly insert?: SqlRule;
  readonly delete?: SqlRule;
}

type SqlRule = (kind: KindName, classification: Classification) => boolean;

const relationOf = (kind: KindName): Relation => kindOf(kind).relation;
const seeing: SqlRule = (kind, classification) => sees(relationOf(kind), classification);
const holding: SqlRule = (kind) => relationOf(kind) === "holds";
const nobody: SqlRule = () => false;
/** Sent it last: may pull it back. */
const moving: SqlRule = (kind) => holding(kind, "normal") || kind === "who had it before";

const making: SqlRule = (kind) => kind === "who made it";
const copied: SqlRule = (kind) => kind === "who got a copy";
/** Whoever has the letter, and whoever entered it. */
const entering: SqlRule = (kind, classification) =>
  holding(kind, classification) || making(kind, classification);
/** Whoever has the letter, keeps the office's registry and sees it, or is of the section that issued it. */
const dispatching: SqlRule = (kind, classification) =>
  entering(kind, classification) || (kind === "section officer" && seeing(kind, classification));
const administering: SqlRule = (kind) => kindOf(kind).roles.includes("administrator");
/** Whoever comes by the holder's own account. */
const ownAccount: SqlRule = (kind) => kind.startsWith("holder");
const itself: SqlRule = (kind, classification) =>
  ownAccount(kind, classification) || administering(kind, classification);

const drafts = "(select d.id from drafts d where d.item_id = any($1))";
const letters = "(select l.id from letters l where l.item_id = any($1))";

/** Who is shown, and who writes, the rows of each table, stated once more beside the policies themselves. */
export const sqlExpectations: Readonly<Record<string, TableRow>> = {
  items: {
    rows: "id = any($1) and holder_post_id = $2",
    select: seeing,
    update: moving,
    insert: nobody,
  },
  movements: { rows: "item_id = any($1)", select: seeing, insert: making },
  openings: { rows: "item_id = any($1) and post_id = $2", select: seeing, insert: holding },
  item_copies: { rows: "item_id = any($1)", select: seeing, insert: making, update: copied },
  receipts: { rows: "item_id = any($1)", select: seeing, update: entering },
  receipt_documents: { rows: "receipt_id = any($1)", select: seeing, delete: holding },
  files: { rows: "item_id = any($1)", select: seeing, update: holding, insert: holding },
  correspondence: { rows: "file_id = any($1)", select: seeing, update: holding, insert: holding },
  correspondence_documents: {
    rows: "correspondence_id in (select c.id from correspondence c where c.file_id = any($1))",
    select: seeing,
    insert: holding,
  },
  note_drafts: {
    rows: "file_id = any($1) and post_id = $2",
    select: holding,
    update: holding,
    insert: holding,
    delete: holding,
  },
  notes: { rows: "file_id = any($1)", select: seeing, insert: nobody },
  drafts: { rows: "item_id = any($1)", select: seeing, update: holding, insert: holding },
  draft_versions: { rows: `draft_id in ${drafts}`, select: seeing, insert: holding },
  letters: { rows: "item_id = any($1)", select: seeing, insert: holding },
  dispatches: {
    rows: `letter_id in ${letters}`,
    select: seeing,
    insert: seeing,
    update: dispatching,
  },
  documents: {
    rows: `id in (select document_id from receipt_documents where receipt_id = any($1)
      union select document_id from letters where item_id = any($1))`,
    select: (kind, classification) =>
      seeing(kind, classification) ||
      (kind === "registry of the department" && classification === "normal"),
    insert: making,
  },
  folders: {
    rows: "post_id = $2",
    select: holding,
    update: holding,
    insert: holding,
    delete: holding,
  },
  notices: { rows: "post_id = $2", select: holding, update: holding, insert: nobody },
  filings: {
    rows: "post_id = $2",
    select: holding,
    update: holding,
    insert: holding,
    delete: holding,
  },
  note_references: {
    rows: "note_id in (select n.id from notes n where n.file_id = any($1))",
    select: seeing,
    insert: (kind) => kind === "who had it before",
  },
  draft_edits: {
    rows: `draft_id in ${drafts}`,
    select: holding,
    update: holding,
    insert: holding,
    delete: holding,
  },
  cancelled_numbers: { rows: `draft_id in ${drafts}`, select: seeing, insert: holding },
  certificates: {
    rows: "employee_id = (select a.employee_id from accounts a where a.id = $3)",
    select: (kind) =>
      relationOf(kind) !== "none" || administering(kind, "normal") || kind === "auditor",
    update: administering,
    insert: ownAccount,
  },
  accounts: {
    rows: "id = $3",
    select: itself,
    update: itself,
    insert: administering,
    delete: administering,
  },
  access_tokens: { rows: "account_id = $3", select: itself, update: itself, insert: ownAccount },
  submissions: {
    rows: "account_id = $3",
    select: ownAccount,
    update: ownAccount,
    insert: ownAccount,
    delete: ownAccount,
  },
  imports: {
    rows: "true",
    select: administering,
    update: administering,
    insert: administering,
    delete: administering,
  },
  import_rows: {
    rows: "true",
    select: administering,
    update: administering,
    insert: administering,
    delete: administering,
  },
  events: {
    rows: "item_id = any($1) and account_id = $3",
    select: (kind, classification) =>
      seeing(kind, classification) || ownAccount(kind, classification) || kind === "auditor",
    insert: ownAccount,
  },
  identities: {
    rows: "true",
    select: administering,
    insert: administering,
    delete: administering,
  },
  identity_claims: {
    rows: "true",
    select: administering,
    insert: administering,
    update: administering,
  },
  provider_sessions: { rows: "account_id = $3", select: ownAccount, delete: ownAccount },
  spent_logout_tokens: { rows: "true", select: nobody, insert: nobody, delete: nobody },
  directory_syncs: { rows: "true", select: administering, insert: administering },
  authenticator_apps: {
    rows: "account_id = $3",
    select: itself,
    insert: ownAccount,
    update: ownAccount,
    delete: itself,
  },
  passkeys: {
    rows: "account_id = $3",
    select: itself,
    insert: ownAccount,
    update: ownAccount,
    delete: itself,
  },
  recovery_codes: {
    rows: "account_id = $3",
    select: itself,
    insert: ownAccount,
    update: ownAccount,
    delete: itself,
  },
  second_factor_tries: {
    rows: "account_id = $3",
    select: itself,
    insert: ownAccount,
    update: itself,
  },
  break_glass_armings: { rows: "account_id = $3", select: ownAccount, insert: nobody },
  network_sightings: { rows: "true", select: administering, delete: administering },
  network_refusals: { rows: "true", select: administering },
  vpn_accounts: {
    rows: "true",
    select: administering,
    insert: administering,
    update: administering,
  },
  vpn_lists: {
    rows: "true",
    select: administering,
    insert: administering,
    update: administering,
  },
  vpn_list_rows: {
    rows: "true",
    select: administering,
    insert: administering,
    update: administering,
  },
  uploads: {
    rows: "account_id = $3",
    select: ownAccount,
    insert: ownAccount,
    update: ownAccount,
    delete: ownAccount,
  },
  renditions: {
    rows: `sha256 in (select sha256 from documents where id in
      (select document_id from receipt_documents where receipt_id = any($1)))`,
    select: seeing,
    insert: seeing,
  },
};
