interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** One dispatch for each addressee of an issued letter, and the ledger of what became of it. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table dispatches (
      id uuid primary key,
      letter_id uuid not null references letters,
      unit_id uuid not null references units,
      addressee_kind text not null check (addressee_kind in ('to', 'copy')),
      position integer not null,
      name text not null,
      address text not null default '',
      email text,
      post_id uuid references posts,
      via text not null default 'self' check (via in ('self', 'registry')),
      state text not null check (state in ('waiting', 'dispatched', 'delivered', 'returned')),
      mode text,
      tracking_number text,
      weight_grams integer,
      charge_paise integer,
      outward_year integer,
      outward_serial integer,
      outward_number text,
      dispatched_at timestamptz,
      delivered_on date,
      returned_on date,
      return_reason text,
      receipt_id uuid references receipts,
      unique (letter_id, addressee_kind, position),
      unique (unit_id, outward_year, outward_serial)
    );
    create index dispatches_waiting on dispatches (unit_id, state);
    grant update on dispatches to secretariat_app;
  `);
}
