import { change, invalid, now, record, today, type Actor } from "../base/index.ts";
import { lockDispatch, type Dispatch } from "./dispatch.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { outwardTransaction } from "./outward-transaction.ts";

/** Enters that the letter reached its addressee; today unless another day is named. */
export function markDelivered(
  actor: Actor,
  {
    id,
    deliveredOn = today(now()),
  }: { readonly id: string; readonly deliveredOn?: string | undefined },
): Promise<void> {
  return outwardTransaction(async () => {
    const at = await lockDispatch(actor, id);
    refuseUnless(actor, "deliver", at);
    refuseDay(at.dispatch, "deliveredOn", deliveredOn);
    await change("dispatches", { id }, { state: "delivered", deliveredOn });
    await record(actor, "dispatch.delivered", {
      subject: { type: "dispatch", id, itemId: at.dispatch.itemId },
      detail: { letterId: at.dispatch.letterId, deliveredOn },
    });
  });
}

/** Enters that the letter came back, and why. */
export function markReturned(
  actor: Actor,
  given: {
    readonly id: string;
    readonly returnReason: string;
    readonly returnedOn?: string | undefined;
  },
): Promise<void> {
  const { id, returnReason, returnedOn = today(now()) } = given;
  return outwardTransaction(async () => {
    const at = await lockDispatch(actor, id);
    refuseUnless(actor, "return", at);
    refuseDay(at.dispatch, "returnedOn", returnedOn);
    await change("dispatches", { id }, { state: "returned", returnedOn, returnReason });
    await record(actor, "dispatch.returned", {
      subject: { type: "dispatch", id, itemId: at.dispatch.itemId },
      detail: { letterId: at.dispatch.letterId, returnedOn, returnReason },
    });
  });
}

function refuseDay({ dispatchedAt }: Dispatch, field: string, day: string): void {
  if (day > today(now())) {
    throw invalid(field, "This day is still to come.");
  }
  if (dispatchedAt && day < today(dispatchedAt)) {
    throw invalid(field, "This day is before the letter was dispatched.");
  }
}
