import type { Rules } from "./rules.ts";

/** What is asked of the settings; in brackets of its own Postgres asks it once a statement, not once a row. */
const asked =
  /\b(?:acting_\w+|covered_units|is_task|is_somebody|acts_with_role|acts_for_purpose|is_permitted)\((?:'[\w-]+')?\)/g;
const askedOnce = (condition: string): string => condition.replace(asked, "(select $&)");

export function policiesOf(table: string, rules: Rules): string {
  const { select, insert, update, lock = update, delete: remove } = rules;
  const policy = (
    command: string,
    ...clauses: readonly (readonly [string, string | undefined])[]
  ) => {
    const conditions = clauses.filter(([, condition]) => condition !== undefined);
    return conditions.length === 0
      ? ""
      : `create policy ${command}_rows on ${table} for ${command} to secretariat_app
          ${conditions.map(([clause, condition]) => `${clause} (${askedOnce(`is_task() or ${condition}`)})`).join(" ")};`;
  };
  return `
    alter table ${table} enable row level security, force row level security;
    create policy owner_rows on ${table} to current_user using (true) with check (true);
    ${policy("select", ["using", select])}
    ${policy("insert", ["with check", insert])}
    ${policy("update", ["using", lock], ["with check", update])}
    ${policy("delete", ["using", remove])}`;
}
