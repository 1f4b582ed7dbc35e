import { v7 as newId } from "uuid";
import {
  insert,
  invalid,
  now,
  record,
  row,
  words,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { changeNetworks } from "./change-networks.ts";
import { findOffice } from "./find-office.ts";
import { parseRange, textOfRange, type RangeFault } from "./parse-range.ts";

export interface NewRange {
  readonly range: string;
  readonly label: string;
  /** The code of the office behind it; absent for the whole state. */
  readonly officeCode?: string | undefined;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
  readonly orderNumber: string;
}

/** Enters a range of addresses from a day on. */
export function addRange(actor: Actor, given: NewRange): Promise<{ readonly id: string }> {
  return changeNetworks(actor, given.fromOn, async () => {
    const range = readable(given.range);
    refuseBackwards(given);
    await refuseOverlap(range, given);
    const { range: _typed, officeCode, untilOn = null, ...rest } = given;
    const id = newId();
    const unitId = await findOffice("officeCode", officeCode);
    const made = { createdAt: now(), createdById: actor.employeeId };
    await insert("network_ranges", { ...rest, ...made, id, range, unitId, untilOn });
    await record(actor, "networks.range-added", {
      subject: { type: "network-range", id },
      detail: { range, unitId, fromOn: rest.fromOn, untilOn, orderNumber: rest.orderNumber },
    });
    return { id };
  });
}

const faults: Readonly<Record<RangeFault, string>> = {
  unreadable: words("Write the range as 10.20.0.0/16 or 2405:8a00::/32, or one whole address."),
  "too-wide": words(
    "This range is too wide to mean an office: use /8 or more for IPv4, /16 or more for IPv6.",
  ),
  "host-bits": words(
    "The range must begin with its first address: look at what stands before the stroke.",
  ),
};

function readable(text: string): string {
  const range = parseRange(text);
  if (typeof range === "string") {
    throw invalid("range", faults[range]);
  }
  return textOfRange(range);
}

export function refuseBackwards({ fromOn, untilOn }: Pick<NewRange, "fromOn" | "untilOn">): void {
  if (untilOn !== undefined && untilOn < fromOn) {
    throw invalid("untilOn", "The last day cannot be before the first.");
  }
}

/** Ranges stand apart, so that an address always means one office. */
async function refuseOverlap(range: string, { fromOn, untilOn }: NewRange): Promise<void> {
  const other = await row<{ range: string; label: string } & Partial<BilingualName>>(
    `select text(range) as range, label from network_ranges
     where range && $range::cidr
       and daterange(from_on, until_on, '[]') && daterange($fromOn::date, $untilOn::date, '[]') limit 1`,
    { range, fromOn, untilOn: untilOn ?? null },
  );
  if (other) {
    throw invalid("range", "It overlaps with {range} ({label}), which holds at that time.", {
      range: other.range,
      label: other.label,
    });
  }
}
