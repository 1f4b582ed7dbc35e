import { now, row, rows, today, type Actor } from "../base/index.ts";
import type { KnownRange, KnownRule, Networks } from "./networks.ts";

/** How somebody stands at the place he comes from: another office's range, or one that a rule shuts to him. */
export type Standing = "fine" | "wrong-office" | "shut-out";

/** Judges a place against the rules of today for all posts a person holds. One statement, where it needs one. */
export async function judgePlace(
  actor: Pick<Actor, "employeeId">,
  networks: Networks,
  range: KnownRange | undefined,
): Promise<Standing> {
  if (networks.rules.length === 0 && !range?.unitId) {
    return "fine";
  }
  const { units, roles } = await readPlaces(actor);
  const rules = networks.rules.filter((rule) => concerns(rule, { units, roles }));
  if (rules.length > 0 && !rules.some(({ rangeId }) => rangeId === range?.id)) {
    return "shut-out";
  }
  return range?.unitId && !units.has(range.unitId) ? "wrong-office" : "fine";
}

/** Whether policy sends away who stands so. */
export function isRefused(standing: Standing, { elsewhere }: Networks): boolean {
  return standing === "shut-out" || (standing === "wrong-office" && elsewhere === "refuse");
}

interface Places {
  /** The units of the posts held, and every unit above them. */
  readonly units: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

function concerns({ role, unitId }: KnownRule, { units, roles }: Places): boolean {
  return (role !== null && roles.has(role)) || (unitId !== null && units.has(unitId));
}

async function readPlaces({ employeeId }: Pick<Actor, "employeeId">): Promise<Places> {
  const held = await rows<{ units: readonly string[]; roles: readonly string[] }>(placesOf, {
    employeeId,
    day: today(now()),
  });
  return {
    units: new Set(held.flatMap(({ units }) => units)),
    roles: new Set(held.flatMap(({ roles }) => roles)),
  };
}

const placesOf = `
  select u.ancestor_ids as units, array(select g.role from role_grants g where g.post_id = p.id
    and g.from_on <= $day and (g.until_on is null or g.until_on >= $day)) as roles
  from charges c
  join posts p on p.id = c.post_id and p.closed_on is null
  join units u on u.id = p.unit_id
  where c.employee_id = $employeeId and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)`;

/** Whether this session is seen in this range for the first time. */
export async function isFirstSighting(session: string, rangeId: string): Promise<boolean> {
  const seen = await row(
    `insert into network_sightings (session, range_id, at) values ($session, $rangeId, $at)
     on conflict do nothing returning 1 as first`,
    { session, rangeId, at: now() },
  );
  return seen !== undefined;
}
