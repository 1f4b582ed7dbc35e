import type { Route } from "../../app/base/index.ts";
import { anyone, type Row } from "./rules.ts";

/** One id of a request put in place of the right one. */
export interface Swap {
  readonly name: string;
  /** An id of nothing at all, or of a paper of the other department. */
  readonly by: "nothing" | "foreign";
}

const office =
  /^@(unit|section|emptyUnit|emptyPost|post|seat|strangersPost|designation|employee|account|clerk|subject|grant|charge|import|committedImport|certificate|login|token|letterHash|lockedAccount|holdersAccount|factor|claim|identity|range|rule|session|upload|vpnList|suspendedAccount|ownGrant|waitingUnit|registrysFile|(only|inside)-\w+)$/;

export function isPaper(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("@") && !office.test(value);
}

/** No id, but a name or a hash; or an id that the world makes anew for each question. */
const isNoId = (value: string): boolean =>
  ["@login", "@letterHash", "@waitingUnit"].includes(value);

/** Every id of a request in turn. Where everybody may ask, a filter with a strange id simply finds nothing. */
export function swapsOf({ path }: Route, { isForAnyId, rule, values }: Row): readonly Swap[] {
  if (isForAnyId) {
    return [];
  }
  const names = Object.entries(values)
    .filter(([field]) => rule !== anyone || path.includes(`:${field}`))
    .filter(([, value]) => !(Array.isArray(value) && value.length > 1)) // what is left of several, is done
    .flatMap(([, value]) => [value].flat())
    .filter((value): value is string => typeof value === "string" && value.startsWith("@"));
  return [...new Set(names)]
    .filter((name) => !isNoId(name))
    .flatMap((name): Swap[] => [
      { name, by: "nothing" },
      ...(isPaper(name) ? [{ name, by: "foreign" } as const] : []),
    ]);
}
