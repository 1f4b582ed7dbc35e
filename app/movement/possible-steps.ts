import type { Actor } from "../base/index.ts";
import type { Item } from "./item.ts";
import { itemPolicy } from "./policy.ts";

/** What this actor may do with the item now; plain, so that programs read it too. */
export interface PossibleSteps {
  readonly receive: boolean;
  readonly send: boolean;
  readonly reply: boolean;
  readonly return: boolean;
  readonly pullBack: boolean;
  readonly park: boolean;
  readonly unpark: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  readonly discard: boolean;
}

export function possibleSteps(actor: Actor, item: Item): PossibleSteps {
  const may = (action: keyof typeof itemPolicy.rules): boolean =>
    itemPolicy.can(actor, action, item);
  return {
    receive: may("receive"),
    send: may("send"),
    reply: may("send") && may("return"),
    return: may("return"),
    pullBack: may("pullBack") && item.openedAt === null,
    park: may("park"),
    unpark: may("unpark"),
    close: may("close"),
    reopen: may("reopen"),
    discard: may("discard"),
  };
}
