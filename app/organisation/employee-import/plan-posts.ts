import { words } from "../../base/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import type { Planned } from "./find-clashes.ts";
import { mistake, type Mistake } from "./mistake.ts";

/** What a row does to its post. */
export interface PostPlan {
  readonly id: string;
  readonly marking: string;
  readonly reports_to_id: string | null;
}

interface PostPlans {
  readonly plans: ReadonlyMap<Candidate, PostPlan>;
  readonly wrong: ReadonlyMap<Candidate, Mistake>;
}

/** Markings and lines of reporting as the rows want them; names the rows that cannot be. */
export function planPosts(planned: Planned, facts: Facts): PostPlans {
  const plans = new Map<Candidate, PostPlan>();
  const wrong = new Map<Candidate, Mistake>();
  const postOf = postsByPerson(planned, facts);
  const markings = new Map<string, Candidate>();
  for (const candidate of planned.keys()) {
    const plan = planPost(candidate, { facts, postOf, markings });
    if (plan && "key" in plan) {
      wrong.set(candidate, plan);
    } else if (plan) {
      plans.set(candidate, plan);
    }
  }
  for (const candidate of findLoops(plans, facts)) {
    wrong.set(
      candidate,
      mistake("reportsTo", words("The line of reporting comes back to this post.")),
    );
  }
  return { plans, wrong };
}

interface Surroundings {
  readonly facts: Facts;
  readonly postOf: ReadonlyMap<string, string>;
  readonly markings: Map<string, Candidate>;
}

function planPost(candidate: Candidate, around: Surroundings): PostPlan | Mistake | undefined {
  const { post, values } = candidate;
  if (!post || (values["marking"] === undefined && values["reportsTo"] === undefined)) {
    return undefined;
  }
  const marking = values["marking"] ?? post.marking;
  const taken = takenMarking(candidate, marking, around);
  if (taken) {
    return taken;
  }
  const superior = values["reportsTo"];
  const superiorPost = superior === undefined ? post.reports_to_id : around.postOf.get(superior);
  if (superiorPost === undefined) {
    return mistake("reportsTo", words("Employee {code} holds no post to report to."), {
      code: superior ?? "",
    });
  }
  return { id: post.id, marking, reports_to_id: superiorPost };
}

function takenMarking(
  candidate: Candidate,
  marking: string,
  { facts, markings }: Surroundings,
): Mistake | undefined {
  const holder = facts.postByMarking.get(marking);
  if (holder && holder.id !== candidate.post?.id) {
    return mistake("marking", words("Post {code} has this marking abbreviation."), {
      code: holder.code,
    });
  }
  const other = markings.get(marking);
  markings.set(marking, other ?? candidate);
  return other && other.post?.id !== candidate.post?.id
    ? mistake("marking", words("Row {row} has the same marking abbreviation."), {
        row: other.number,
      })
    : undefined;
}

/** The post by which each officer is known as a superior: the one of his row, else the one he holds. */
function postsByPerson(planned: Planned, facts: Facts): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, code } of facts.employees) {
    const own = facts.chargesOfPerson.get(id) ?? [];
    const held = own.find(({ kind }) => kind === "substantive") ?? own[0];
    if (held) {
      found.set(code, held.post_id);
    }
  }
  for (const { employee, post } of planned.keys()) {
    if (post) {
      found.set(employee.code, post.id);
    }
  }
  return found;
}

/** The rows whose post is reached again by going up from it. */
function findLoops(plans: ReadonlyMap<Candidate, PostPlan>, facts: Facts): Candidate[] {
  const above = new Map([...plans.values()].map((plan) => [plan.id, plan.reports_to_id]));
  const next = (id: string): string | null =>
    above.has(id) ? (above.get(id) ?? null) : (facts.posts.get(id)?.reports_to_id ?? null);
  return [...plans].filter(([, plan]) => reaches(plan.id, next)).map(([candidate]) => candidate);
}

function reaches(start: string, next: (id: string) => string | null): boolean {
  const seen = new Set<string>();
  let at = next(start);
  while (at !== null && at !== start && !seen.has(at)) {
    seen.add(at);
    at = next(at);
  }
  return at === start;
}
