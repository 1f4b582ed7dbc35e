import { forbidden, now, row, today, type Actor } from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";

/**
 * Whether somebody may read birth, mobile and service particulars of a person: his own, or those of people he
 * administers. By the parameter `organisation.private-reach` an administrator reaches the whole state, or ("unit")
 * only who holds a post in his unit or below it, and who holds none yet.
 */
export async function maySeePrivate(actor: Actor, employeeId: string): Promise<boolean> {
  if (actor.employeeId === employeeId) {
    return true;
  }
  return (
    organisationPolicy.can(actor, "administer", wholeOffice) && (await reaches(actor, employeeId))
  );
}

/** Refuses to change the particulars of somebody outside one's reach. */
export async function refuseBeyondReach(actor: Actor, employeeId: string): Promise<void> {
  if (!(await reaches(actor, employeeId))) {
    throw forbidden("This person belongs to another office. Ask its administrator.");
  }
}

async function reaches({ unitId }: Actor, employeeId: string): Promise<boolean> {
  const found = await row<{ reaches: boolean }>(statement, {
    unitId,
    employeeId,
    day: today(now()),
  });
  return found?.reaches ?? false;
}

const statement = `
  with held as (
    select u.ancestor_ids from charges c join posts p on p.id = c.post_id join units u on u.id = p.unit_id
    where c.employee_id = $employeeId and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)
  )
  select coalesce((select value from parameters
      where name = 'organisation.private-reach' and unit_id is null and from_on <= $day
      order by from_on desc, created_at desc limit 1), '"state"') <> '"unit"'
    or not exists (select from held)
    or exists (select from held where $unitId::text = any(ancestor_ids::text[])) as reaches`;
