import { now, row, today } from "../base/index.ts";

/** What the office ordered under this name and is in force today. */
export async function readParameter<Value>(name: string): Promise<Value | undefined> {
  const ordered = await row<{ value: Value }>(
    `select value from parameters where name = $name and unit_id is null and from_on <= $day
     order by from_on desc, created_at desc limit 1`,
    { name, day: today(now()) },
  );
  return ordered?.value;
}
