import { words } from "../../base/index.ts";
import type { Candidate } from "./candidate.ts";
import type { ChargeRecord, Facts } from "./facts.ts";
import { mistake, type Mistake } from "./mistake.ts";
import type { ChargePlan } from "./plan-charges.ts";

export type Planned = ReadonlyMap<Candidate, ChargePlan>;

/** Rows that would put a second substantive holder on a post, counting only rows that are otherwise right. */
export function findClashes(planned: Planned, facts: Facts): Map<Candidate, Mistake> {
  const endings = new Map(
    [...planned.values()].flatMap((plan) => plan.endings.map((end) => [end.id, end.until_on])),
  );
  const clashes = new Map<Candidate, Mistake>();
  const claimed = new Map<string, Candidate>();
  for (const [candidate, { charge }] of planned) {
    if (charge?.kind !== "substantive") {
      continue;
    }
    const other = claimed.get(charge.post_id);
    if (other) {
      clashes.set(candidate, inFile(other));
      clashes.set(other, inFile(candidate));
    } else {
      claimed.set(charge.post_id, candidate);
    }
    const holder = holderAt(charge, { facts, endings });
    if (holder) {
      const code = facts.byId.get(holder.employee_id)?.code ?? "";
      clashes.set(
        candidate,
        mistake("post", words("Employee {code} holds this post substantively."), { code }),
      );
    }
  }
  return clashes;
}

function inFile({ number }: Candidate): Mistake {
  return mistake("post", words("Row {row} puts another substantive holder on this post."), {
    row: number,
  });
}

function holderAt(
  { post_id: postId, from_on: from }: ChargeRecord,
  { facts, endings }: { facts: Facts; endings: ReadonlyMap<string, string> },
): ChargeRecord | undefined {
  return (facts.chargesOfPost.get(postId) ?? []).find((held) => {
    const until = endings.get(held.id) ?? held.until_on;
    return held.kind === "substantive" && (until === null || until >= from);
  });
}
