/**
 * The append-only tables whose rows are sealed, and the columns a seal covers, in order.
 * A later release adds columns by a new version here, never by changing a line: old seals keep their list.
 */
export const sources = {
  events: [
    "id",
    "xid",
    "at",
    "recorded_at",
    "action",
    "account_id",
    "employee_id",
    "post_id",
    "on_behalf_of_id",
    "session_id",
    "address",
    "request_id",
    "subject_type",
    "subject_id",
    "item_id",
    "detail",
    "mark",
  ],
  movements: [
    "id",
    "xid",
    "item_id",
    "sequence",
    "kind",
    "from_post_id",
    "from_employee_id",
    "on_behalf_of_id",
    "to_post_id",
    "to_employee_id",
    "at",
    "action_asked",
    "remarks",
    "priority",
    "due_on",
    "mark",
  ],
  notes: [
    "id",
    "xid",
    "file_id",
    "sequence",
    "paragraph_from",
    "paragraph_to",
    "agrees",
    "body",
    "body_text",
    "post_id",
    "employee_id",
    "on_behalf_of_id",
    "author_name_en",
    "author_name_hi",
    "post_name_en",
    "post_name_hi",
    "signed_at",
    "mark",
  ],
  letters: [
    "id",
    "xid",
    "draft_id",
    "item_id",
    "unit_id",
    "year",
    "serial",
    "number",
    "form",
    "language",
    "subject",
    "issued_on",
    "document_id",
    "document_sha256",
    "signing",
    "certificate_id",
    "signatory_post_id",
    "signatory_id",
    "signed_at",
    "mark",
  ],
} as const;

export type Source = keyof typeof sources;

export const sourceNames = Object.keys(sources) as readonly Source[];

/** Columns the database fills by itself; the mark does not cover them, the seal does. */
export const filledByDatabase: readonly string[] = ["xid", "recorded_at", "mark"];

/** The row as canonical JSON text, made by Postgres: sorted keys, UTC times, no spaces of ours. */
export function contentOf(source: Source): string {
  const pairs = sources[source].map((column) => `'${column}', r.${column}`).join(", ");
  return `jsonb_build_object(${pairs})::text`;
}
