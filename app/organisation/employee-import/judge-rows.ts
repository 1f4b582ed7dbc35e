import { isDeepStrictEqual } from "node:util";
import { candidateOf, type Candidate } from "./candidate.ts";
import type { ChargeRecord, EmployeeRecord, Facts } from "./facts.ts";
import { findClashes } from "./find-clashes.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { Mistake } from "./mistake.ts";
import { noCharges, planCharges, type ChargePlan } from "./plan-charges.ts";
import { planPosts, type PostPlan } from "./plan-posts.ts";
import { readCells } from "./read-cells.ts";
import type { MasterRow } from "./read-sheet.ts";

export type Change = "new" | "changed" | "same" | "wrong";

export interface Endings {
  readonly id: string;
  readonly until_on: string | null;
}

/** Whole rows, before and after: enough to do the change and to undo it. */
export interface Stand {
  readonly employee: EmployeeRecord | null;
  readonly charge: ChargeRecord | null;
  readonly endings: readonly Endings[];
  readonly post: PostPlan | null;
}

export interface Verdict {
  readonly number: number;
  readonly change: Change;
  readonly mistakes: readonly Mistake[];
  readonly before: Stand | null;
  readonly after: Stand | null;
}

/** Judges every row by itself, against the others and against the office as it stands. */
export function judgeRows(rows: readonly MasterRow[], facts: Facts, importId: string): Verdict[] {
  const candidates = rows.map((row) => candidateOf(readCells(row), facts, importId));
  findDuplicates(candidates);
  const { charges, posts } = settle(candidates, facts);
  return candidates.map((candidate) =>
    candidate.mistakes.length > 0
      ? wrong(candidate)
      : verdictOf(candidate, { facts, plan: charges.get(candidate), post: posts.get(candidate) }),
  );
}

interface Settled {
  readonly charges: ReadonlyMap<Candidate, ChargePlan>;
  readonly posts: ReadonlyMap<Candidate, PostPlan>;
}

/** A row found wrong may have been what made room for another, so it is judged until nothing new is found. */
function settle(candidates: readonly Candidate[], facts: Facts): Settled {
  for (;;) {
    const charges = new Map<Candidate, ChargePlan>();
    const found: [Candidate, Mistake][] = [];
    for (const candidate of candidates.filter(({ mistakes }) => mistakes.length === 0)) {
      const plan = planCharges(candidate, facts);
      if ("key" in plan) {
        found.push([candidate, plan]);
      } else {
        charges.set(candidate, plan);
      }
    }
    const { plans, wrong: wrongPosts } = planPosts(charges, facts);
    found.push(...findClashes(charges, facts), ...wrongPosts);
    if (found.length === 0) {
      return { charges, posts: plans };
    }
    for (const [candidate, mistake] of found) {
      candidate.mistakes.push(mistake);
    }
  }
}

function wrong({ number, mistakes }: Candidate): Verdict {
  return { number, change: "wrong", mistakes, before: null, after: null };
}

interface Plans {
  readonly facts: Facts;
  readonly plan: ChargePlan | undefined;
  readonly post: PostPlan | undefined;
}

function verdictOf(candidate: Candidate, { facts, plan = noCharges, post }: Plans): Verdict {
  const { number, existing, employee } = candidate;
  const after: Stand = {
    employee,
    charge: plan.charge ?? null,
    endings: plan.endings,
    post: post ?? null,
  };
  const before: Stand = {
    employee: existing ?? null,
    charge: null,
    endings: presentEnds(after.endings, facts.chargesOfPerson.get(employee.id) ?? []),
    post: presentPost(post, facts),
  };
  return { number, change: changeBetween(before, after), mistakes: [], before, after };
}

function changeBetween(before: Stand, after: Stand): Change {
  if (before.employee === null) {
    return "new";
  }
  return isDeepStrictEqual(before, after) ? "same" : "changed";
}

function presentEnds(endings: readonly Endings[], own: readonly ChargeRecord[]): Endings[] {
  return endings.map(({ id }) => ({
    id,
    until_on: own.find((charge) => charge.id === id)?.until_on ?? null,
  }));
}

function presentPost(post: PostPlan | undefined, facts: Facts): PostPlan | null {
  const present = post && facts.posts.get(post.id);
  return present
    ? { id: present.id, marking: present.marking, reports_to_id: present.reports_to_id }
    : null;
}
