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
import { lockImport } from "./import.ts";

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
  const changed = await row<Found>(findChanged, { importId });
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

async function newcomers(importId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select after->'employee'->>'id' as id from import_rows
     where import_id = $importId and change = 'new'`,
    { importId },
  );
  return found.map(({ id }) => id);
}

async function putBack(importId: string): Promise<void> {
  for (const statement of [removeCharges, reopenCharges, restorePosts, restoreEmployees]) {
    await execute(statement, { importId });
  }
  await execute(removeEmployees, { importId });
}

/** A row whose person, charges or post are not any more as the import left them. */
const findChanged = `
  select r.row_number as number, r.after->'employee'->>'code' as code
  from import_rows r
  left join employees e on e.id = (r.after->'employee'->>'id')::uuid
  left join charges c on c.id = (r.after->'charge'->>'id')::uuid
  left join posts p on p.id = (r.after->'post'->>'id')::uuid
  where r.import_id = $importId and r.change in ('new', 'changed') and (
    to_jsonb(e) is distinct from r.after->'employee'
    or (r.after->'charge' <> 'null' and to_jsonb(c) is distinct from r.after->'charge')
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
  join events v on v.employee_id = (r.after->'charge'->>'employee_id')::uuid
    and v.post_id = (r.after->'charge'->>'post_id')::uuid and v.at > i.committed_at
  where r.import_id = $importId and r.after->'charge' <> 'null'
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

const restoreEmployees = `
  update employees e set salutation = b.salutation, name_en = b.name_en, name_hi = b.name_hi,
    gender = b.gender, born_on = b.born_on, joined_on = b.joined_on, email = b.email, mobile = b.mobile,
    class = b.class, designation_id = b.designation_id, language = b.language, details = b.details
  from import_rows r, jsonb_populate_record(null::employees, r.before->'employee') as b
  where r.import_id = $importId and r.change = 'changed' and e.id = b.id`;

const removeEmployees = `
  delete from employees where id in (
    select (after->'employee'->>'id')::uuid from import_rows
    where import_id = $importId and change = 'new')`;
