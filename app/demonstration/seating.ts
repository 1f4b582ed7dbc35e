import type { DemonstrationPost } from "./posts.ts";
import type { Random } from "./random.ts";

export const employeeCount = 300;

/** How the posts are filled. */
export interface Seating {
  /** Held by a person of their own. */
  readonly substantive: readonly DemonstrationPost[];
  /** Held by somebody who holds another post already. */
  readonly additional: readonly DemonstrationPost[];
  readonly vacant: readonly DemonstrationPost[];
}

const vacancies = 12;

/** Seats as many people as there are: small departments share Secretaries, some desks stand empty. */
export function seatPosts(random: Random, posts: readonly DemonstrationPost[]): Seating {
  const empty = new Set(random.shuffle(posts.filter(isSpare(posts))).slice(0, vacancies));
  const shared = posts.length - vacancies - employeeCount;
  const additional = new Set(random.shuffle(posts.filter(isSmall(posts))).slice(0, shared));
  if (additional.size !== shared) {
    throw new Error(`${shared} posts must share a holder, but only ${additional.size} can`);
  }
  return {
    substantive: posts.filter((post) => !empty.has(post) && !additional.has(post)),
    additional: [...additional],
    vacant: [...empty],
  };
}

/** A hand whose section has another: the work of a section never hangs on an empty desk. */
function isSpare(posts: readonly DemonstrationPost[]) {
  const hands = posts.filter(({ role }) => role === "hand");
  return (post: DemonstrationPost) =>
    post.role === "hand" && hands.find(({ unit }) => unit === post.unit) !== post;
}

/** The Secretary of a department that has no Under Secretary. */
function isSmall(posts: readonly DemonstrationPost[]) {
  const larger = new Set(posts.filter(({ role }) => role === "under").map(({ unit }) => unit));
  return ({ role, unit }: DemonstrationPost) => role === "secretary" && !larger.has(unit);
}
