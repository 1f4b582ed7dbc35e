import { v7 as newId } from "uuid";
import { insert, invalid, now, record, row, type Actor } from "../base/index.ts";
import { refuseBackwards } from "./add-range.ts";
import { changeNetworks } from "./change-networks.ts";
import { findOffice } from "./find-office.ts";

export interface NewRule {
  readonly role?: string | undefined;
  readonly officeCode?: string | undefined;
  readonly rangeId: string;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
  readonly orderNumber: string;
}

/** Names a range for a role or an office: from then on it comes in only from the ranges named for it. */
export function addRule(actor: Actor, given: NewRule): Promise<{ readonly id: string }> {
  return changeNetworks(actor, given.fromOn, async () => {
    refuseBackwards(given);
    if ((given.role === undefined) === (given.officeCode === undefined)) {
      throw invalid("role", "Choose either a right or an office.");
    }
    await refuseUnknownRange(given.rangeId);
    const { officeCode, role = null, untilOn = null, ...rest } = given;
    const id = newId();
    const unitId = await findOffice("officeCode", officeCode);
    const made = { createdAt: now(), createdById: actor.employeeId };
    await insert("network_rules", { ...rest, ...made, id, role, unitId, untilOn });
    await record(actor, "networks.rule-added", {
      subject: { type: "network-rule", id },
      detail: { role, unitId, rangeId: rest.rangeId, fromOn: rest.fromOn, untilOn },
    });
    return { id };
  });
}

async function refuseUnknownRange(id: string): Promise<void> {
  if (!(await row("select 1 as found from network_ranges where id = $id", { id }))) {
    throw invalid("rangeId", "Choose from the list.");
  }
}
