interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A series is one row, locked until the number's own transaction ends: no gap and no repeat. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table number_series (
      purpose text not null,
      unit_id uuid not null references units,
      year integer not null,
      head text not null default '',
      last integer not null,
      primary key (purpose, unit_id, year, head)
    );
    grant update on number_series to secretariat_app;
  `);
}
