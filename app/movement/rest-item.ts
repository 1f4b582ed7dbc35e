import { conflict, invalid, now, row, today, transaction, type Actor } from "../base/index.ts";
import { prepareToClose, prepareToDiscard, type Departure } from "./departures.ts";
import { lockItem, type Item } from "./item.ts";
import { move, type Step } from "./move.ts";
import { itemPolicy } from "./policy.ts";

type Resting = "park" | "unpark" | "close" | "reopen" | "discard";

interface Rest {
  readonly itemId: string;
  readonly remarks?: string | null | undefined;
}

const steps: Readonly<Record<Resting, Pick<Step, "kind" | "state">>> = {
  park: { kind: "parked", state: "parked" },
  unpark: { kind: "unparked", state: "moving" },
  close: { kind: "closed", state: "closed" },
  reopen: { kind: "reopened", state: "moving" },
  discard: { kind: "deleted", state: "deleted" },
};

const prepare: Readonly<Partial<Record<Resting, (departure: Departure) => Promise<void>>>> = {
  close: prepareToClose,
  discard: async (departure) => {
    await refuseWhileFilled(departure.item);
    await prepareToDiscard(departure);
  },
};

/** Puts an item aside until a day; it wakes by itself in the list of what is due. */
export function parkItem(actor: Actor, rest: Rest & { parkedUntil: string }): Promise<string> {
  if (rest.parkedUntil <= today(now())) {
    throw invalid("parkedUntil", "Choose a later day than today.");
  }
  return restItem(actor, "park", rest);
}

/** Takes a parked item up again. */
export function unparkItem(actor: Actor, rest: Rest): Promise<string> {
  return restItem(actor, "unpark", rest);
}

/** Closes an item; what its module still expects of it refuses the closure. */
export function closeItem(actor: Actor, rest: Rest): Promise<string> {
  return restItem(actor, "close", rest);
}

export function reopenItem(actor: Actor, rest: Rest): Promise<string> {
  return restItem(actor, "reopen", rest);
}

/** Throws away an item that has not left the desk it was made on; its number is not used again. */
export function discardItem(actor: Actor, rest: Rest): Promise<string> {
  return restItem(actor, "discard", rest);
}

function restItem(
  actor: Actor,
  verb: Resting,
  rest: Rest & { readonly parkedUntil?: string },
): Promise<string> {
  return transaction(async () => {
    const item = await lockItem(actor, rest.itemId);
    refuseUnless(itemPolicy.can(actor, verb, item), item);
    await prepare[verb]?.({ actor, item });
    return move(actor, item, { ...steps[verb], ...rest, toPostId: item.holderPostId });
  });
}

function refuseUnless(allowed: boolean, item: Item): void {
  if (!allowed) {
    throw conflict("{number} is not on your desk in a state that allows this.", {
      number: item.number,
    });
  }
}

/** What lies inside could never come out again. */
async function refuseWhileFilled(item: Item): Promise<void> {
  if (await row("select 1 as found from items where parent_id = $id limit 1", { id: item.id })) {
    throw conflict("{number} holds papers, so it cannot be thrown away.", { number: item.number });
  }
}
