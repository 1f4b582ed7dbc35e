import { forPurpose, may, notFound, row, rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { DispatchState, Mode } from "./modes.ts";
import { officeOf } from "./office.ts";

/** One copy of a letter on its way to one addressee. */
export interface Dispatch {
  readonly id: string;
  readonly letterId: string;
  readonly itemId: string;
  /** The unit that issued the letter. */
  readonly unitId: string;
  readonly kind: "to" | "copy";
  readonly position: number;
  readonly name: string;
  readonly address: string;
  readonly email: string | null;
  readonly postId: string | null;
  /** It reaches a desk by itself: the addressee's post is open, or it is there already. */
  readonly isInside: boolean;
  readonly via: "self" | "registry";
  readonly state: DispatchState;
  readonly mode: Mode | null;
  readonly trackingNumber: string | null;
  readonly weightGrams: number | null;
  readonly chargePaise: number | null;
  readonly outwardNumber: string | null;
  readonly dispatchedAt: Date | null;
  readonly deliveredOn: string | null;
  readonly returnedOn: string | null;
  readonly returnReason: string | null;
  readonly receiptId: string | null;
  readonly againOfId: string | null;
  readonly isSentAgain: boolean;
}

/** A dispatch together with what decides who may work on it. */
export interface DispatchAtHand {
  readonly dispatch: Dispatch;
  readonly holderPostId: string | null;
  /** It was handed to the registry, and the actor's office is the one. */
  readonly isInOffice: boolean;
}

/** Every dispatch of a letter that the caller has found. */
export function dispatchesOf(letterId: string): Promise<Dispatch[]> {
  return rows<Dispatch>(
    `select ${dispatchColumns} from dispatches s join letters l on l.id = s.letter_id
     where s.letter_id = $letterId order by s.addressee_kind desc, s.position`,
    { letterId },
  );
}

/** The dispatch, locked, if the actor may see the letter or keeps the registry it was handed to. */
export async function lockDispatch(actor: Actor, id: string): Promise<DispatchAtHand> {
  return (await readDispatch(actor, id, "for update of s")) ?? refuse();
}

export async function findDispatch(actor: Actor, id: string): Promise<DispatchAtHand> {
  return (await readDispatch(actor, id, "")) ?? refuse();
}

type Read = Dispatch & Omit<DispatchAtHand, "dispatch">;

async function readDispatch(
  actor: Actor,
  id: string,
  lock: string,
): Promise<DispatchAtHand | undefined> {
  const office = await officeOf(actor.unitId);
  const found = await forPurpose("outward", () =>
    row<Read>(
      `select ${dispatchColumns}, i.holder_post_id as "holderPostId", ${inOffice} as "isInOffice"
     from dispatches s join letters l on l.id = s.letter_id join items i on i.id = l.item_id
     where s.id = $id and (${visibleTo("i")} or ($isRegistry and s.via = 'registry' and ${inOffice}))
     ${lock}`,
      {
        id,
        ...viewer(actor),
        isRegistry: may("dispatch")(actor),
        office,
      },
    ),
  );
  if (!found) {
    return undefined;
  }
  const { holderPostId, isInOffice, ...dispatch } = found;
  return { dispatch, holderPostId, isInOffice };
}

/** The issuing unit belongs to the office `$office`. */
export const inOffice = `exists (select from units below where below.id = s.unit_id
  and $office::uuid = any(below.ancestor_ids))`;

function refuse(): never {
  throw notFound();
}

export const dispatchColumns = `
  s.id, s.letter_id as "letterId", l.item_id as "itemId", s.unit_id as "unitId",
  s.addressee_kind as kind, s.position, s.name, s.address, s.email, s.post_id as "postId",
  s.post_id is not null and (s.receipt_id is not null or exists (select from posts addressed
    where addressed.id = s.post_id and addressed.closed_on is null)) as "isInside", s.via, s.state,
  s.mode, s.tracking_number as "trackingNumber", s.weight_grams as "weightGrams",
  s.charge_paise as "chargePaise", s.outward_number as "outwardNumber",
  s.dispatched_at as "dispatchedAt", s.delivered_on as "deliveredOn", s.returned_on as "returnedOn",
  s.return_reason as "returnReason", s.receipt_id as "receiptId", s.again_of_id as "againOfId",
  exists (select from dispatches later where later.again_of_id = s.id) as "isSentAgain"`;
