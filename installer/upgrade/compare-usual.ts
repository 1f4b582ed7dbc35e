import type { UsualChange } from "./upgrade-machine.ts";

type Usual = Readonly<Record<string, string>>;

/** Keys with another usual value, those that are new, and those that are gone, in the order of their names. */
export function compareUsual(before: Usual, after: Usual): readonly UsualChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
    .filter((change) => change.before !== change.after);
}
