import { forPurpose, plannedOnce, rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";

/** A letter that is here already, as far as one can tell. */
export interface Duplicate {
  readonly itemId: string;
  readonly number: string;
  readonly subject: string;
  readonly senderName: string | null;
  readonly letterNumber: string | null;
  readonly letterOn: string | null;
  readonly receivedOn: string;
  readonly sameBytes: boolean;
  /** Whether the reader may open it; of another's he learns only its number and day. */
  readonly visible: boolean;
}

export interface Likeness {
  readonly documentIds: readonly string[];
  readonly senderName?: string | undefined;
  readonly senderOrganisation?: string | undefined;
  readonly letterNumber?: string | undefined;
  readonly letterOn?: string | undefined;
}

/** Receipts of the same bytes, or of the same sender, number and date, of this section or seen by this post. */
export function findDuplicates(actor: Actor, letter: Likeness): Promise<Duplicate[]> {
  return forPurpose("duplicates", () =>
    rows<Duplicate>(statement, {
      unit: actor.unitId,
      documents: letter.documentIds,
      number: letter.letterNumber?.toLowerCase() ?? null,
      on: letter.letterOn ?? null,
      name: letter.senderName ?? null,
      organisation: letter.senderOrganisation ?? null,
      ...viewer(actor),
    }),
  );
}

const statement = `${plannedOnce}
  with alike as (
    select rd.receipt_id as id, true as same_bytes
    from documents given
    join documents kept on kept.sha256 = given.sha256
    join receipt_documents rd on rd.document_id = kept.id
    where given.id = any($documents::uuid[])
    union all
    select r.item_id, false from receipts r
    where lower(r.letter_number) = $number::text
      and r.letter_on is not distinct from $on::date
      and ($name::text is null or r.sender_name is null or lower(r.sender_name) = lower($name::text))
      and ($organisation::text is null or r.sender_organisation is null
        or lower(r.sender_organisation) = lower($organisation::text))
      and (lower(r.sender_name) = lower($name::text)
        or lower(r.sender_organisation) = lower($organisation::text))
  )
  select i.id as "itemId", i.number, bool_or(alike.same_bytes) as "sameBytes",
    ${visibleTo("i")} as visible, r.received_on as "receivedOn",
    case when ${visibleTo("i")} then i.subject else '' end as subject,
    r.sender_name as "senderName", r.letter_number as "letterNumber", r.letter_on as "letterOn"
  from alike
  join items i on i.id = alike.id and i.state <> 'deleted'
  join receipts r on r.item_id = i.id
  where ${visibleTo("i")} or (r.diary_unit_id = $unit and i.classification = 'normal')
  group by i.id, r.item_id
  order by i.created_at desc
  limit 10`;
