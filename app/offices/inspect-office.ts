import { now, row, today } from "../base/index.ts";
import { letterheadOf } from "../drafting/index.ts";
import { declaredSeries, previewNumber } from "../numbering/index.ts";
import type { OfficeDefinition } from "./definition.ts";
import { ownUnits } from "./own-units.ts";
import { unitIds } from "./steps/units.ts";
import { idOf } from "./undertaking.ts";

interface Counts {
  readonly posts: number;
  readonly vacant: number;
  readonly people: number;
  /** Of them, who has neither a password nor another door. */
  readonly shutOut: number;
  /** Of them, who comes in by the directory. */
  readonly byDirectory: number;
  readonly administrators: number;
  readonly ranges: number;
}

export interface Inspection extends Counts {
  readonly letterhead: Readonly<Record<string, string>>;
  /** What the next number of each series would look like. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** How an office stands today, without a word of what lies on its desks. */
export async function inspectOffice(office: OfficeDefinition): Promise<Inspection> {
  const unitId = idOf(await unitIds(), office.code, "code");
  const counts = await row<Counts>(statement, { unitId, day: today(now()) });
  if (!counts) {
    throw new Error("The office was not counted");
  }
  return {
    ...counts,
    letterhead: { ...(await letterheadOf(unitId)) },
    numbers: await nextNumbers(unitId),
  };
}

async function nextNumbers(unitId: string): Promise<Record<string, string>> {
  const next: Record<string, string> = {};
  for (const { purpose, tokens = [] } of declaredSeries()) {
    const samples = Object.fromEntries(tokens.map((token) => [token, "10"]));
    next[purpose] = await previewNumber({ purpose, unitId, tokens: samples });
  }
  return next;
}

const statement = `
  with own as (select p.id from posts p
      where p.unit_id in (${ownUnits("$unitId")}) and p.closed_on is null),
    held as (select distinct c.post_id, c.employee_id from charges c join own on own.id = c.post_id
      where c.from_on <= $day and (c.until_on is null or c.until_on >= $day)),
    people as (select distinct employee_id from held)
  select (select count(*) from own) as posts,
    (select count(*) from own where id not in (select post_id from held)) as vacant,
    (select count(*) from people) as people,
    (select count(*) from people p join accounts a on a.employee_id = p.employee_id
      where a.door = 'password' and a.password_hash is null) as "shutOut",
    (select count(*) from people p join accounts a on a.employee_id = p.employee_id
      where a.door = 'directory') as "byDirectory",
    (select count(distinct g.post_id) from role_grants g join held on held.post_id = g.post_id
      where g.role = 'administrator' and g.from_on <= $day
        and (g.until_on is null or g.until_on >= $day)) as administrators,
    (select count(*) from network_ranges r where r.unit_id = $unitId
      and (r.until_on is null or r.until_on >= $day)) as ranges`;
