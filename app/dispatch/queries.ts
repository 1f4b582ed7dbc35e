import { forPurpose, may, notFound, rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import { dispatchColumns, inOffice, type Dispatch } from "./dispatch.ts";
import type { OutwardQuestion } from "./input.ts";
import { officeOf } from "./office.ts";

/** A dispatch with the letter it belongs to, as registers and queues list it. */
export interface DispatchLine extends Dispatch {
  readonly letterNumber: string;
  /** Of a confidential letter only for whoever may open it: the registry needs the addressee alone. */
  readonly subject: string | null;
  readonly issuedOn: string;
  readonly documentId: string;
  /** Whether the reader may open the letter itself, beside its line in a register. */
  readonly isVisible: boolean;
}

export const linesOnPage = 50;

/** What was handed to the registry of the actor's office and still waits, oldest first. */
export async function registryQueue(actor: Actor, after?: string): Promise<DispatchLine[]> {
  return forOutward(
    `select ${lineColumns} from ${lineTables}
     where s.via = 'registry' and s.state = 'waiting' and ${inOffice}
       and ($after::uuid is null or s.id > $after)
     order by s.id limit $limit`,
    {
      ...viewer(actor),
      office: await officeOf(actor.unitId),
      after: after ?? null,
      limit: linesOnPage + 1,
    },
  );
}

/** Row security shows letters that are the reader's only to send out, or whose line he may read. */
function forOutward(sql: string, binds: Readonly<Record<string, unknown>>) {
  return forPurpose("outward", () => rows<DispatchLine>(sql, binds));
}

/**
 * The outward register of the actor's office for its registry; for others of his own section, and of what he
 * covers. A subject stands in it only for whoever may see the letter, where that is confidential.
 */
export async function outwardRegister(
  actor: Actor,
  question: OutwardQuestion,
  limit = linesOnPage + 1,
): Promise<DispatchLine[]> {
  const { before, from, mode, q, state, until } = question;
  return forOutward(outwardStatement, {
    ...(await reachOf(actor)),
    ...viewer(actor),
    from: from ?? null,
    until: until ?? null,
    mode: mode ?? null,
    state: state ?? null,
    words: q === undefined ? null : `%${q.replace(/[%_\\]/g, "\\$&")}%`,
    before: before ?? null,
    limit,
  });
}

/** A post without work on letters, such as an administrator's or auditor's, has no register of its section. */
async function reachOf(actor: Actor): Promise<{ own: string | null; units: readonly string[] }> {
  if (may("dispatch")(actor)) {
    return { own: actor.unitId, units: [await officeOf(actor.unitId), actor.unitId] };
  }
  const own = may("open-file")(actor) ? actor.unitId : null;
  return { own, units: actor.coveredUnitIds };
}

const lineColumns = `${dispatchColumns}, l.number as "letterNumber",
  case when i.classification = 'normal' or ${visibleTo("i")} then l.subject end as subject, l.issued_on as "issuedOn",
  l.document_id as "documentId", ${visibleTo("i")} as "isVisible"`;
const lineTables =
  "dispatches s join letters l on l.id = s.letter_id join items i on i.id = l.item_id";

const outwardStatement = `
  select ${lineColumns} from ${lineTables}
  where s.outward_serial is not null
    and exists (select from units u where u.id = s.outward_unit_id
      and (u.id = $own::uuid or u.ancestor_ids && $units::uuid[]))
    and (i.classification = 'normal' or ${visibleTo("i")})
    and ($from::date is null or s.dispatched_at >= $from::date::timestamp at time zone 'Asia/Kolkata')
    and ($until::date is null
      or s.dispatched_at < ($until::date + 1)::timestamp at time zone 'Asia/Kolkata')
    and ($mode::text is null or s.mode = $mode)
    and ($state::text is null or s.state = $state)
    and ($words::text is null or concat_ws(' ', s.name, s.address, l.number, s.outward_number,
      s.tracking_number, l.subject) ilike $words)
    and ($before::uuid is null or (s.dispatched_at, s.id) <
      (select b.dispatched_at, b.id from dispatches b where b.id = $before))
  order by s.dispatched_at desc, s.id desc limit $limit`;

/** Those of the dispatches that the actor may see or keeps the registry of, in the order of the letters. */
export async function findSeveral(actor: Actor, ids: readonly string[]): Promise<DispatchLine[]> {
  const found = await forOutward(
    `select ${lineColumns} from ${lineTables}
     where s.id = any($ids::uuid[])
       and (${visibleTo("i")} or ($isRegistry and s.via = 'registry' and ${inOffice}))
     order by l.issued_on, l.id, s.addressee_kind desc, s.position`,
    {
      ids,
      ...viewer(actor),
      isRegistry: may("dispatch")(actor),
      office: await officeOf(actor.unitId),
    },
  );
  if (found.length < new Set(ids).size) {
    throw notFound();
  }
  return found;
}
