import { isDeepStrictEqual } from "node:util";
import {
  change,
  conflict,
  execute,
  now,
  record,
  rows,
  today,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { announceJoiners, type Joiner } from "../joining.ts";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { countChanges } from "./count-changes.ts";
import { readFacts } from "./facts.ts";
import { lockImport } from "./import.ts";
import { insertEmployees, updateEmployees } from "./employee-record.ts";
import { judgeRows } from "./judge-rows.ts";
import { readStaged } from "./stage-rows.ts";
import { openPersons, openRow, type KeptRow, type Persons } from "./staged-row.ts";

/** Does what the preview showed, all of it or nothing. Wrong rows are left out only when that is asked for. */
export function commitImport(
  actor: Actor,
  importId: string,
  { leaveOutWrong }: { readonly leaveOutWrong: boolean },
): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    if ((await lockImport(importId)).state !== "staged") {
      throw conflict("This import is not waiting to be done.");
    }
    const counts = await countChanges(importId);
    refuseUnfit(counts, leaveOutWrong);
    await refuseOutdated(importId);
    await write(actor, importId);
    await change("imports", { id: importId }, { state: "committed", committedAt: now() });
    await record(actor, "organisation.import-committed", {
      subject: { type: "import", id: importId },
      detail: { ...counts },
    });
  });
}

function refuseUnfit(counts: Awaited<ReturnType<typeof countChanges>>, leaveOut: boolean): void {
  if (counts.wrong > 0 && !leaveOut) {
    throw conflict(
      "{count} rows are wrong. Correct the file and give it again, or leave those rows out.",
      { count: counts.wrong },
    );
  }
  if (counts.new + counts.changed === 0) {
    throw conflict("There is nothing to change: every row is as it already stands.");
  }
}

/** What was shown must be what is done: the rows are judged again against the office as it is now. */
async function refuseOutdated(importId: string): Promise<void> {
  const staged = await readStaged(importId);
  const shown = (await rows<KeptRow>(listKept, { importId })).map(openRow);
  const again = judgeRows(staged, await readFacts(today(now())), importId);
  const differing = again.filter(
    ({ after }, index) => !isDeepStrictEqual(after, shown[index]?.after ?? null),
  );
  if (differing.length > 0) {
    throw conflict("The office changed since this file was read: {count} rows. Read it again.", {
      count: differing.length,
    });
  }
}

/** Set by set inside the database: ten thousand rows are a handful of statements. */
async function write(actor: Actor, importId: string): Promise<void> {
  await writePersons(importId);
  await execute(endCharges, { importId });
  await execute(insertCharges, { importId });
  await execute(updatePosts, { importId });
  await announceJoiners(actor, await rows<Joiner>(listJoiners, { importId }));
}

async function writePersons(importId: string): Promise<void> {
  const persons = (await rows<KeptRow>(listToWrite, { importId })).map(openPersons);
  const known = ({ before }: Persons): boolean => before !== null;
  const wanted = (some: readonly Persons[]) =>
    some.flatMap(({ before, after }) =>
      after && !isDeepStrictEqual(before, after) ? [after] : [],
    );
  await insertEmployees(wanted(persons.filter((each) => !known(each))));
  await updateEmployees(wanted(persons.filter(known)));
}

const listKept = `
  select id, cells, persons, before, after from import_rows
  where import_id = $importId order by row_number`;

const listToWrite = `
  select id, persons from import_rows
  where import_id = $importId and change in ('new', 'changed') order by row_number`;

const endCharges = `
  update charges c set until_on = (ending->>'until_on')::date
  from import_rows r, jsonb_array_elements(r.after->'endings') as ending
  where r.import_id = $importId and r.change in ('new', 'changed')
    and c.id = (ending->>'id')::uuid`;

const insertCharges = `
  insert into charges
  select a.* from import_rows r, jsonb_populate_record(null::charges, r.after->'charge') as a
  where r.import_id = $importId and r.change in ('new', 'changed') and r.after->'charge' <> 'null'`;

const updatePosts = `
  update posts p set marking = a.marking, reports_to_id = a.reports_to_id
  from import_rows r, jsonb_to_record(r.after->'post') as a (id uuid, marking text, reports_to_id uuid)
  where r.import_id = $importId and r.change in ('new', 'changed') and r.after->'post' <> 'null'
    and p.id = a.id`;

const listJoiners = `
  select e.id, e.code, e.email, e.language from employees e
  join import_rows r on (r.after->'employee'->>'id')::uuid = e.id
  where r.import_id = $importId and r.change = 'new' order by r.row_number`;
