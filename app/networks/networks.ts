import { row } from "../base/index.ts";
import { contains, parseRange, type ParsedRange } from "./parse-range.ts";

/** Whether who comes from the range of another office is let in; he is recorded either way. */
export type Elsewhere = "allow" | "refuse";

export interface KnownRange {
  readonly id: string;
  /** The office behind it; null is the whole state. */
  readonly unitId: string | null;
  readonly range: ParsedRange;
}

/** Whoever has this role, or a post in this unit or below it, comes in only from the ranges named for it. */
export interface KnownRule {
  readonly role: string | null;
  readonly unitId: string | null;
  readonly rangeId: string;
}

/** From where one may come in on a day. */
export interface Networks {
  readonly isClosed: boolean;
  readonly elsewhere: Elsewhere;
  readonly ranges: readonly KnownRange[];
  readonly rules: readonly KnownRule[];
  /** The same text for the same content. */
  readonly text: string;
}

interface Found {
  readonly closed: unknown;
  readonly elsewhere: unknown;
  readonly ranges: readonly (Omit<KnownRange, "range"> & { readonly range: string })[];
  readonly rules: readonly KnownRule[];
}

/** Reads what holds on a day, in one statement; what is the same as before is not taken apart again. */
export async function readNetworks(day: string, before?: Networks): Promise<Networks> {
  const found = await row<Found>(statement, { day });
  if (!found) {
    throw new Error("The networks were not read");
  }
  const text = JSON.stringify(found);
  if (before?.text === text) {
    return before;
  }
  return {
    isClosed: found.closed === true,
    elsewhere: found.elsewhere === "refuse" ? "refuse" : "allow",
    ranges: found.ranges.flatMap(parsed),
    rules: found.rules,
    text,
  };
}

function parsed({ id, unitId, range }: Found["ranges"][number]): KnownRange[] {
  const known = parseRange(range);
  return typeof known === "string" ? [] : [{ id, unitId, range: known }];
}

/** The range in which an address lies; ranges do not overlap. */
export function rangeOf({ ranges }: Networks, address: string | undefined): KnownRange | undefined {
  return address === undefined ? undefined : ranges.find(({ range }) => contains(range, address));
}

/** Whether the door is closed to this address. */
export function isShutOut(networks: Networks, address: string | undefined): boolean {
  return networks.isClosed && rangeOf(networks, address) === undefined;
}

const parameter = (name: string): string => `(select value from parameters
    where name = '${name}' and unit_id is null and from_on <= $day
    order by from_on desc, created_at desc, id desc limit 1)`;

const lasting = (alias: string): string =>
  `${alias}.from_on <= $day and (${alias}.until_on is null or ${alias}.until_on >= $day)`;

const statement = `
  select ${parameter("networks.closed")} as closed, ${parameter("networks.elsewhere")} as elsewhere,
    coalesce((select json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'range', text(r.range))
      order by r.id) from network_ranges r where ${lasting("r")}), '[]') as ranges,
    coalesce((select json_agg(json_build_object('role', l.role, 'unitId', l.unit_id, 'rangeId', l.range_id)
      order by l.id) from network_rules l where ${lasting("l")}), '[]') as rules`;
