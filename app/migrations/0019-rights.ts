interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** What each role permits, as dated records; the role `every-post` stands for whoever holds any post. */
const matrix: Readonly<Record<string, readonly string[]>> = {
  diarise: ["every-post"],
  "enter-unopened": ["registry"],
  "open-file": ["dealing-hand", "section-officer", "officer", "secretary"],
  "add-heads": ["administrator", "section-officer"],
  "approve-draft": ["draft-approver"],
  "sign-letter": ["signatory"],
  dispatch: ["registry"],
  "approve-closing": ["close-approver", "section-officer", "officer", "secretary"],
  "read-unit": ["section-officer", "secretary"],
  "read-below": ["officer"],
};

export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table role_permissions (
      id uuid primary key default gen_random_uuid(),
      role text not null,
      permission text not null,
      from_on date not null,
      until_on date,
      order_number text not null,
      set_by_id uuid,
      set_at timestamptz not null default clock_timestamp(),
      check (until_on is null or until_on >= from_on),
      constraint role_permissions_once exclude using gist
        (role with =, permission with =, daterange(from_on, until_on, '[]') with &&)
    );
    grant update, delete on role_permissions to secretariat_app;
  `);
  const values = Object.entries(matrix).flatMap(([permission, roles]) =>
    roles.map((role) => `('${role}', '${permission}', '2000-01-01', 'the product as delivered')`),
  );
  await query(`
    insert into role_permissions (role, permission, from_on, order_number) values ${values.join(", ")}
  `);
}
