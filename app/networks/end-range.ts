import {
  change,
  conflict,
  execute,
  notFound,
  now,
  record,
  row,
  shiftDay,
  today,
  type Actor,
} from "../base/index.ts";
import { changeNetworks } from "./change-networks.ts";

export interface Ending {
  readonly id: string;
  /** The last day on which it holds. */
  readonly untilOn: string;
}

interface Lasting {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Ends a range; one that would end before it began is taken off whole. */
export function endRange(actor: Actor, ending: Ending): Promise<void> {
  return changeNetworks(actor, dayAfter(ending.untilOn), async () => {
    const range = await lockLasting("network_ranges", ending.id);
    if (ending.untilOn < range.fromOn) {
      await refuseNamed(ending.id);
      await execute("delete from network_sightings where range_id = $id", { id: ending.id });
      await execute("delete from network_ranges where id = $id", { id: ending.id });
    } else {
      await change("network_ranges", { id: ending.id }, { untilOn: ending.untilOn });
    }
    await record(actor, "networks.range-ended", {
      subject: { type: "network-range", id: ending.id },
      detail: { untilOn: ending.untilOn },
    });
  });
}

/** Ends a rule about who comes in from where; one that would end before it began is taken off whole. */
export function endRule(actor: Actor, ending: Ending): Promise<void> {
  return changeNetworks(actor, dayAfter(ending.untilOn), async () => {
    const rule = await lockLasting("network_rules", ending.id);
    await (ending.untilOn < rule.fromOn
      ? execute("delete from network_rules where id = $id", { id: ending.id })
      : change("network_rules", { id: ending.id }, { untilOn: ending.untilOn }));
    await record(actor, "networks.rule-ended", {
      subject: { type: "network-rule", id: ending.id },
      detail: { untilOn: ending.untilOn },
    });
  });
}

async function lockLasting(
  table: "network_ranges" | "network_rules",
  id: string,
): Promise<Lasting> {
  const found = await row<Lasting>(
    `select from_on as "fromOn", until_on as "untilOn" from ${table} where id = $id for update`,
    { id },
  );
  if (!found) {
    throw notFound();
  }
  if (found.untilOn !== null && found.untilOn < today(now())) {
    throw conflict("It is over already.");
  }
  return found;
}

async function refuseNamed(rangeId: string): Promise<void> {
  if (
    await row("select 1 as found from network_rules where range_id = $rangeId limit 1", { rangeId })
  ) {
    throw conflict("A rule names this range. End the rule first.");
  }
}

/** The first day on which the end is felt, today at the earliest. */
function dayAfter(day: string): string {
  const next = shiftDay(day, 1);
  const present = today(now());
  return next > present ? next : present;
}
