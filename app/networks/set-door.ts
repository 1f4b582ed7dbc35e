import { insert, nobody, now, record, today, transaction, type Actor } from "../base/index.ts";
import { changeNetworks } from "./change-networks.ts";
import type { Elsewhere } from "./networks.ts";
import { everyNetwork } from "./policy.ts";

export interface Door {
  /** Closed to whoever comes from no known range. */
  readonly closed: boolean;
  readonly elsewhere: Elsewhere;
  readonly orderNumber: string;
}

/** Opens or closes the door to unknown networks, and says what becomes of who sits in another office. */
export function setDoor(actor: Actor, door: Door): Promise<void> {
  return changeNetworks(actor, today(now()), () => write(actor, door));
}

/** The way back from the server's own command line, where a mistake has shut everybody out. */
export function openNetworks(): Promise<void> {
  const door = { closed: false, elsewhere: "allow", orderNumber: "command line" } as const;
  return transaction(() => write(nobody, door));
}

async function write(actor: Actor, { closed, elsewhere, orderNumber }: Door): Promise<void> {
  const day = today(now());
  const common = { fromOn: day, orderNumber, orderOn: day };
  await insert("parameters", { ...common, name: "networks.closed", value: String(closed) });
  await insert("parameters", {
    ...common,
    name: "networks.elsewhere",
    value: JSON.stringify(elsewhere),
  });
  await record(actor, closed ? "networks.closed" : "networks.opened", {
    subject: { type: "network", id: everyNetwork },
    detail: { elsewhere, orderNumber },
  });
}
