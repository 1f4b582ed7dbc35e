import { words } from "../../base/index.ts";
import { shiftDay } from "../../base/index.ts";
import type { Candidate } from "./candidate.ts";
import type { ChargeRecord, Facts } from "./facts.ts";
import { mistake, type Mistake } from "./mistake.ts";

/** What a row does to charges: the new one, and the last days of those it replaces. */
export interface ChargePlan {
  readonly charge: ChargeRecord | undefined;
  readonly endings: readonly { readonly id: string; readonly until_on: string }[];
}

export const noCharges: ChargePlan = { charge: undefined, endings: [] };

/** The charges a row asks for, judged on its own. */
export function planCharges(candidate: Candidate, facts: Facts): ChargePlan | Mistake {
  const { post, values, employee } = candidate;
  if (!post) {
    return values["marking"] === undefined && values["reportsTo"] === undefined
      ? noCharges
      : mistake("post", words("Name the post as well."));
  }
  const kind = values["posting"] ?? "substantive";
  const own = facts.chargesOfPerson.get(employee.id) ?? [];
  const held = own.find((charge) => charge.post_id === post.id && charge.kind === kind);
  return held ? keep(held, values["postedOn"]) : begin(candidate, { kind, own, postId: post.id });
}

function keep(held: ChargeRecord, from: string | undefined): ChargePlan | Mistake {
  return from === undefined || from === held.from_on
    ? noCharges
    : mistake("postedOn", words("The charge of this post began on another day."));
}

interface Beginning {
  readonly kind: string;
  readonly postId: string;
  readonly own: readonly ChargeRecord[];
}

function begin(candidate: Candidate, { kind, postId, own }: Beginning): ChargePlan | Mistake {
  const from = candidate.values["postedOn"];
  if (from === undefined) {
    return mistake("postedOn", words("Write since when the post is held."));
  }
  const charge = newCharge(candidate, { kind, from, postId });
  return kind === "substantive" ? replace(charge, own) : { charge, endings: [] };
}

function newCharge(
  { chargeId, employee, values }: Candidate,
  { kind, from, postId }: { kind: string; from: string; postId: string },
): ChargeRecord {
  return {
    id: chargeId,
    post_id: postId,
    employee_id: employee.id,
    kind,
    from_on: from,
    until_on: null,
    order_number: values["orderNumber"] ?? "",
    order_on: null,
  };
}

/** A new substantive posting ends the present one on the day before. */
function replace(charge: ChargeRecord, own: readonly ChargeRecord[]): ChargePlan | Mistake {
  const present = own.filter(
    ({ kind, until_on: until }) =>
      kind === "substantive" && (until === null || until >= charge.from_on),
  );
  if (present.some(({ from_on: from }) => from >= charge.from_on)) {
    return mistake("postedOn", words("The present posting began on that day or later."));
  }
  const lastDay = shiftDay(charge.from_on, -1);
  return { charge, endings: present.map(({ id }) => ({ id, until_on: lastDay })) };
}
