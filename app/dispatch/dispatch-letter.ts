/**
 * INVARIANT: the outward number is taken in the transaction that dispatches, so that the register has no gap.
 */
import { change, now, record, type Actor } from "../base/index.ts";
import { issueNumber } from "../numbering/index.ts";
import { lockDispatch, type Dispatch } from "./dispatch.ts";
import { DispatchOne, type DispatchInput } from "./input.ts";
import type { Mode } from "./modes.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { outwardSeries } from "./series.ts";
import { outwardTransaction } from "./outward-transaction.ts";

export interface Dispatched {
  readonly id: string;
  readonly outwardNumber: string;
}

/** Enters that one addressee's letter has left, with its outward number. */
export function dispatchLetter(actor: Actor, given: DispatchInput): Promise<Dispatched> {
  const { id, charge, mode, trackingNumber, weightGrams } = DispatchOne.parse(given);
  return outwardTransaction(async () => {
    const at = await lockDispatch(actor, id);
    refuseUnless(actor, "dispatch", at);
    return writeOut(actor, at.dispatch, {
      mode,
      trackingNumber: trackingNumber ?? null,
      weightGrams: weightGrams ?? null,
      chargePaise: charge === undefined ? null : Math.round(charge * 100),
    });
  });
}

/** Several at once, all in one way: all of them or none. */
export function dispatchSeveral(
  actor: Actor,
  { ids, ...particulars }: Omit<DispatchInput, "id"> & { readonly ids: readonly string[] },
): Promise<Dispatched[]> {
  return outwardTransaction(async () => {
    const dispatched: Dispatched[] = [];
    for (const id of [...ids].toSorted()) {
      dispatched.push(await dispatchLetter(actor, { id, ...particulars }));
    }
    return dispatched;
  });
}

interface Particulars {
  readonly mode: Mode;
  readonly trackingNumber?: string | null;
  readonly weightGrams?: number | null;
  readonly chargePaise?: number | null;
}

/** Gives a locked dispatch its outward number in the series of the unit that sends it out. */
export async function writeOut(
  actor: Actor,
  dispatch: Dispatch,
  particulars: Particulars,
): Promise<Dispatched> {
  const unitId = dispatch.via === "registry" ? actor.unitId : dispatch.unitId;
  const { number, serial, year } = await issueNumber({ purpose: outwardSeries.purpose, unitId });
  await change(
    "dispatches",
    { id: dispatch.id },
    {
      ...particulars,
      state: "dispatched",
      outwardUnitId: unitId,
      outwardYear: year,
      outwardSerial: serial,
      outwardNumber: number,
      dispatchedAt: now(),
      dispatchedByPostId: actor.postId,
    },
  );
  await record(actor, "dispatch.made", {
    subject: { type: "dispatch", id: dispatch.id, itemId: dispatch.itemId },
    detail: { letterId: dispatch.letterId, number, via: dispatch.via, mode: particulars.mode },
  });
  return { id: dispatch.id, outwardNumber: number };
}
