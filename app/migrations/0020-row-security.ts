import { narrowDoors, office, open } from "./0020-row-security/doors.ts";
import { policiesOf } from "./0020-row-security/policies-of.ts";
import { desk, letters, papers, people, worked } from "./0020-row-security/rules.ts";
import { sight } from "./0020-row-security/sight.ts";
import { whoAsks } from "./0020-row-security/who-asks.ts";

interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * The second wall: Postgres itself shows and takes rows only for whom the application says it asks (settings
 * of `app/base/standpoint.ts`). Whoever says nothing sees nothing. The owner is held to policies too, and has
 * one that lets the functions below and later migrations work; the report role has none.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(whoAsks);
  await query(sight);
  await query(office);
  await query(open);
  await query(narrowDoors);
  for (const [table, rules] of Object.entries({ ...desk, ...papers, ...letters, ...people })) {
    await query(policiesOf(table, rules));
  }
  await query(whatWas);
  await query(forReports);
}

/** A policy cannot compare what was with what is to be: nobody takes over what he may only look at. */
const whatWas = `
  create function refuse_foreign_item() returns trigger language plpgsql as $$
  begin
    if (is_task() or old.holder_post_id = acting_post() or old.from_post_id = acting_post()) is not true then
      raise exception 'not on this desk' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
  create trigger foreign_item before update on items for each row execute function refuse_foreign_item();

  create function refuse_foreign_draft() returns trigger language plpgsql as $$
  begin
    if (is_task() or ${worked("old.item_id")}) is not true then
      raise exception 'not on this desk' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
  create trigger foreign_draft before update on drafts for each row execute function refuse_foreign_draft();
`;

/** Reports count what is not confidential, and learn no subject, sender or remark. */
const forReports = `
  revoke select on all tables in schema public from secretariat_report;
  alter default privileges in schema public revoke select on tables from secretariat_report;
  grant select on units, designations, posts, calendar_days, holidays to secretariat_report;
  grant select (id, kind, unit_id, nature, classification, priority, state, holder_post_id, arrived_at,
    opened_at, due_on, movements, created_by_post_id, created_at, closed_at) on items to secretariat_report;
  create policy report_rows on items for select to secretariat_report using (classification = 'normal');
`;
