import { v7 as newId } from "uuid";
import {
  definePolicy,
  insert,
  now,
  record,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { findUnit } from "../organisation/index.ts";
import type { Letterhead } from "./letter/index.ts";

/** Other words than the tree of units gives, in both languages. */
export interface NewLetterhead {
  readonly unitId: string;
  readonly lines: Partial<Letterhead>;
  readonly orderNumber?: string | undefined;
}

/** What stands at the head of letters is settled by order; only administrators write it down. */
const letterheadPolicy = definePolicy({
  set: (actor, _unitId: string) => actor.roles.has("administrator"),
});

/** Sets what stands at the head of the letters of a unit, and of those below it, from today on. */
export function setLetterhead(actor: Actor, given: NewLetterhead): Promise<void> {
  return transaction(async () => {
    letterheadPolicy.authorize(actor, "set", given.unitId);
    const { id: unitId } = await findUnit(given.unitId);
    const id = newId();
    const [fromOn, orderNumber] = [today(now()), given.orderNumber ?? null];
    const name = "drafting.letterhead";
    await insert("parameters", { id, name, unitId, value: given.lines, fromOn, orderNumber });
    await record(actor, "drafting.letterhead-set", {
      subject: { type: "parameter", id },
      detail: { unitId, ...given.lines, fromOn, orderNumber },
    });
  });
}
