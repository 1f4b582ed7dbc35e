interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * The keys lie outside; the database knows by a digest which of them its own rows and documents need, so that an
 * installation with a wrong or missing key says so at its start.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table encryption_keys (
      id text primary key,
      kind text not null check (kind in ('wrapping', 'lookup')),
      known_at timestamptz not null default clock_timestamp(),
      retired_at timestamptz
    );
    create unique index one_lookup_key on encryption_keys (kind) where kind = 'lookup';
    grant update (retired_at) on encryption_keys to secretariat_app;
    revoke select on encryption_keys from secretariat_report;
    comment on column encryption_keys.id is 'number and beginning of a digest, never the key';
  `);
}
