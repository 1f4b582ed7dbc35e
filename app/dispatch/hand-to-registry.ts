import { change, record, type Actor } from "../base/index.ts";
import { lockDispatch } from "./dispatch.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { outwardTransaction } from "./outward-transaction.ts";

/** Leaves the sending to the registry of the office. */
export function handToRegistry(actor: Actor, ids: readonly string[]): Promise<void> {
  return outwardTransaction(async () => {
    for (const id of [...ids].toSorted()) {
      const at = await lockDispatch(actor, id);
      refuseUnless(actor, "hand", at);
      await change("dispatches", { id }, { via: "registry" });
      await record(actor, "dispatch.handed-to-registry", {
        subject: { type: "dispatch", id, itemId: at.dispatch.itemId },
        detail: { letterId: at.dispatch.letterId },
      });
    }
  });
}
