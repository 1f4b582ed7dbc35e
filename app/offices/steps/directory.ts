import { now, rows, today } from "../../base/index.ts";
import { joinOffice } from "../../directory/index.ts";
import { idOf, type Undertaking } from "../undertaking.ts";
import { ownUnits } from "../own-units.ts";
import { unitIds } from "./units.ts";

/** Who holds a post of the office and has an entry there comes in by the directory from now on. */
export async function bringDirectory({ actor, office, entries, tell }: Undertaking): Promise<void> {
  if (!entries) {
    return;
  }
  const unitId = idOf(await unitIds(), office.code, "code");
  const holders = await rows<{ id: string }>(selectHolders, { unitId, day: today(now()) });
  const joined = await joinOffice(actor, entries, new Set(holders.map(({ id }) => id)));
  for (const { employeeCode } of joined) {
    const after = `directory:${entries.directory.name}`;
    tell({ step: "directory", what: `link ${employeeCode}`, after });
  }
}

const selectHolders = `
  select distinct c.employee_id as id from charges c join posts p on p.id = c.post_id
  where p.unit_id in (${ownUnits("$unitId")}) and (c.until_on is null or c.until_on >= $day)`;
