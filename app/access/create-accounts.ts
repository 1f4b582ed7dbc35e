import { conflict, execute, row, type Actor } from "../base/index.ts";
import { whenEmployeesJoin, whenEntriesAreUndone, type Joiner } from "../organisation/index.ts";

/** Everybody who is entered in the employee master has an account, without a password until one is given out. */
whenEmployeesJoin((_actor, joiners) => createAccounts(joiners));
whenEntriesAreUndone(removeUnusedAccounts);

/** The login is the part of the e-mail before the @, or the employee code where that is taken. */
async function createAccounts(joiners: readonly Joiner[]): Promise<void> {
  await execute(
    `with joiner as (
       select id, code, language, lower(split_part(email, '@', 1)) as name,
         row_number() over (partition by lower(split_part(email, '@', 1)) order by code) as nth
       from jsonb_to_recordset($joiners::jsonb) as j (id uuid, code text, email text, language text)
     )
     insert into accounts (id, employee_id, login, language)
     select gen_random_uuid(), id,
       case when nth = 1 and not exists (select 1 from accounts a where lower(a.login) = name)
         then name else lower(code) end,
       language
     from joiner`,
    { joiners: JSON.stringify(joiners) },
  );
}

/** An account that was used is part of history; then the entry cannot be undone either. */
async function removeUnusedAccounts(_actor: Actor, employeeIds: readonly string[]): Promise<void> {
  const used = await row<{ login: string }>(
    `select login from accounts a where employee_id = any($employeeIds) and (
       last_signed_in_at is not null
       or exists (select 1 from access_tokens t where t.account_id = a.id)) limit 1`,
    { employeeIds },
  );
  if (used) {
    throw conflict("{login} has signed in already, so the entry cannot be undone.", {
      login: used.login,
    });
  }
  await execute("delete from accounts where employee_id = any($employeeIds)", { employeeIds });
}
