import { buildOffice, createRandom, planHistory } from "../../app/demonstration/index.ts";

export const end = new Date("2026-11-21T10:00:00Z");

/** The demonstration of a seed, as the product loads it. */
export function aYear(seed: string, until = end) {
  const random = createRandom(seed);
  const office = buildOffice(random.fork("office"), until.toISOString().slice(0, 10));
  return { office, plan: planHistory(random.fork("history"), office, until) };
}
