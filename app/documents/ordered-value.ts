import { now, row, today } from "../base/index.ts";

/** What the administrators ordered under this name, if anything, as it stands today. */
export async function orderedValue(name: string): Promise<unknown> {
  const ordered = await row<{ value: unknown }>(
    `select value from parameters
     where name = $name and unit_id is null and from_on <= $day
     order by from_on desc, created_at desc limit 1`,
    { name, day: today(now()) },
  );
  return ordered?.value;
}

/** The same where a number is meant. */
export async function orderedNumber(name: string, usual: number): Promise<number> {
  const ordered = Number((await orderedValue(name)) ?? usual);
  return Number.isFinite(ordered) && ordered >= 0 ? ordered : usual;
}
