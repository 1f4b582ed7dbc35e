import { z } from "zod";
import { distance } from "../spelling-distance.ts";
import { Site } from "./schema.ts";

/** The key most likely meant by a misspelt one; undefined when none is near. */
export function nearestKey(name: string, parent: string): string | undefined {
  const ranked = keysUnder(parent)
    .map((key) => ({ key, distance: distance(key.toLowerCase(), name.toLowerCase()) }))
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
