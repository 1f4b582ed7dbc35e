import { z } from "zod";
import { Site } from "./schema.ts";

/** The key most likely meant by a misspelt one; undefined when none is near. */
export function nearestKey(name: string, parent: string): string | undefined {
  const ranked = keysUnder(parent)
    .map((key) => ({ key, distance: distanceBetween(key.toLowerCase(), name.toLowerCase()) }))
    .toSorted((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, name.length / 3) ? best.key : undefined;
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
}

function keysUnder(parent: string): readonly string[] {
  const whole = z.toJSONSchema(Site, { io: "input" }) as Node;
  const node = parent
    .split(".")
    .filter(Boolean)
    .reduce<Node | undefined>((above, step) => above?.properties?.[step], whole);
  return Object.keys(node?.properties ?? {});
}

/** How many letters must change, by Levenshtein. */
function distanceBetween(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of one.split("").entries()) {
    const current = [row + 1];
    for (const [column, candidate] of other.split("").entries()) {
      const swap = (previous[column] ?? 0) + (letter === candidate ? 0 : 1);
      const drop = (previous[column + 1] ?? 0) + 1;
      const add = (current[column] ?? 0) + 1;
      current.push(Math.min(swap, drop, add));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
