import { now, row, today } from "../base/index.ts";
import type { NumberSeries, YearKind } from "./series.ts";

export interface NumberTemplate {
  readonly template: string;
  readonly year: YearKind;
}

/** The template in force for a unit on a day: its own, else that of the nearest unit above, else the state's. */
export async function findTemplate(
  series: NumberSeries,
  unitId: string,
  on = today(now()),
): Promise<NumberTemplate> {
  const found = await row<{ value: NumberTemplate }>(statement, {
    name: `numbering.${series.purpose}`,
    unit: unitId,
    on,
  });
  return found?.value ?? { template: series.template, year: series.year };
}

const statement = `
  select p.value from parameters p, units u
  where u.id = $unit and p.name = $name and p.from_on <= $on
    and (p.unit_id is null or p.unit_id = any(u.ancestor_ids))
  order by array_position(u.ancestor_ids, p.unit_id) desc nulls last, p.from_on desc, p.created_at desc
  limit 1`;
