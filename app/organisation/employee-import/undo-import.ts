import { isDeepStrictEqual } from "node:util";
import {
  change,
  conflict,
  execute,
  now,
  record,
  row,
  rows,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { announceUndoing } from "../joining.ts";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { readEmployees, updateEmployees } from "./employee-record.ts";
import { lockImport } from "./import.ts";
import { openPersons, type KeptRow } from "./staged-row.ts";

/** Puts everything back exactly as it stood before the import, unless something was built on it since. */
export function undoImport(actor: Actor, importId: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    if ((await lockImport(importId)).state !== "committed") {
      throw conflict("Only an import that was done can be undone.");
    }
    await refuseBuiltUpon(importId);
    await announceUndoing(actor, await newcomers(importId));
    await putBack(importId);
    await change("imports", { id: importId }, { state: "undone", undoneAt: now() });
    await record(actor, "organisation.import-undone", {
      subject: { type: "import", id: importId },
    });
  });
}

interface Found {
  readonly number: number;
  readonly code: string;
}

async function refuseBuiltUpon(importId: string): Promise<void> {
  const [changed] = [
    ...(await changedPersons(importId)),
    ...(await rows<Found>(findChanged, { importId })),
  ].toSorted((one, other) => one.number - other.number);
  if (changed) {
    throw conflict(
      "The import cannot be undone: row {row} (employee {code}) was changed after it.",
      { row: changed.number, code: changed.code },
    );
  }
  const worked = await row<Found>(findWork, { importId });
  if (worked) {
    throw conflict(
      "The import cannot be undone: employee {code} of row {row} has worked in the new post since.",
      { row: worked.number, code: worked.code },
    );
  }
}

/** Rows whose person is not any more as the import left him. */
async function changedPersons(importId: string): Promise<Found[]> {
  const kept = await rows<KeptRow & Found>(listPersons, { importId });
  const present = await readEmployees(
    `e.id in (select (after->'employee'->>'id')::uuid from import_rows where import_id = $importId)`,
    { importId },
  );
  const byId = new Map(present.map((employee) => [employee.id, employee]));
  return kept.filter((row) => {
    const { after } = openPersons(row);
    return !isDeepStrictEqual(after, byId.get(after?.id ?? ""));
  });
}

const listPersons = `
  select id, persons, row_number as number, after->'employee'->>'code' as code from import_rows
  where import_id = $importId and change in ('new', 'changed') order by row_number`;

async function newcomers(importId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select after->'employee'->>'id' as id from import_rows
     where import_id = $importId and change = 'new'`,
    { importId },
  );
  return found.map(({ id }) => id);
}

async function putBack(importId: string): Promise<void> {
  for (const statement of [removeCharges, reopenCharges, restorePosts]) {
    await execute(statement, { importId });
  }
  const kept = await rows<KeptRow>(listPersons, { importId });
  await updateEmployees(kept.flatMap((row) => openPersons(row).before ?? []));
  await execute(removeEmployees, { importId });
}

/** A row whose charges or post are not any more as the import left them. */
const findChanged = `
  select r.row_number as number, r.after->'employee'->>'code' as code
  from import_rows r
  left join employees e on e.id = (r.after->'employee'->>'id')::uuid
  left join charges c on c.id = (r.after->'charge'->>'id')::uuid
  left join posts p on p.id = (r.after->'post'->>'id')::uuid
  where r.import_id = $importId and r.change in ('new', 'changed') and (
    (r.after->'charge' <> 'null' and to_jsonb(c) is distinct from r.after->'charge')
    or (r.after->'post' <> 'null' and jsonb_build_object('id', p.id, 'marking', p.marking,
      'reports_to_id', p.reports_to_id) is distinct from r.after->'post')
    or exists (select 1 from jsonb_array_elements(r.after->'endings') as ending
      join charges ended on ended.id = (ending->>'id')::uuid
      where ended.until_on is distinct from (ending->>'until_on')::date)
    or (r.change = 'new' and exists (select 1 from charges other
      where other.employee_id = e.id and other.id is distinct from c.id)))
  order by r.row_number limit 1`;

/** A person who has done something as the post the import gave him. */
const findWork = `
  select r.row_number as number, r.after->'employee'->>'code' as code
  from import_rows r
  join imports i on i.id = r.import_id
  where r.import_id = $importId and r.after->'charge' <> 'null'
    and has_acted_since((r.after->'charge'->>'employee_id')::uuid, (r.after->'charge'->>'post_id')::uuid,
      i.committed_at)
  order by r.row_number limit 1`;

const removeCharges = `
  delete from charges where id in (
    select (after->'charge'->>'id')::uuid from import_rows
    where import_id = $importId and after->'charge' <> 'null')`;

const reopenCharges = `
  update charges c set until_on = (ending->>'until_on')::date
  from import_rows r, jsonb_array_elements(r.before->'endings') as ending
  where r.import_id = $importId and c.id = (ending->>'id')::uuid`;

const restorePosts = `
  update posts p set marking = b.marking, reports_to_id = b.reports_to_id
  from import_rows r, jsonb_to_record(r.before->'post') as b (id uuid, marking text, reports_to_id uuid)
  where r.import_id = $importId and r.before->'post' <> 'null' and p.id = b.id`;

const removeEmployees = `
  delete from employees where id in (
    select (after->'employee'->>'id')::uuid from import_rows
    where import_id = $importId and change = 'new')`;
