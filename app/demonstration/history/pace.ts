import type { MarkedPost } from "../marking.ts";
import type { Random } from "../random.ts";
import type { PostRole } from "../seat.ts";
import type { Priority } from "./steps.ts";
import { workingDay } from "./working-clock.ts";

/** How long papers lie on desks. */
export interface Pace {
  /** In working seconds. */
  readonly stayAt: (post: string, priority: Priority) => number;
}

/** Half of all papers leave the desk within this many working days. */
const medians: Partial<Record<PostRole, number>> = {
  registry: 0.15,
  registrar: 0.2,
  hand: 1.3,
  officer: 0.7,
  under: 0.8,
  deputy: 0.9,
  secretary: 1.2,
  chief: 1.6,
};
const haste: Readonly<Record<Priority, number>> = {
  ordinary: 1,
  priority: 0.6,
  immediate: 0.3,
  top: 0.12,
};
/** One desk in nine is the one where everything waits. */
const slowDesks = 1 / 9;

export function makePace(random: Random, posts: readonly MarkedPost[]): Pace {
  const desks = new Map(
    posts.map(({ key, role }) => {
      const slow = random.chance(slowDesks) ? 3 : 1;
      return [key, (medians[role] ?? 1) * slow * random.lognormal(1, 0.3)];
    }),
  );
  return {
    stayAt: (post, priority) => {
      const median = (desks.get(post) ?? 1) * haste[priority];
      const stuck = random.chance(0.02) ? random.between(6, 25) : 0;
      return (random.lognormal(median, 0.9) + stuck) * workingDay;
    },
  };
}
