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
      outward_unit_id uuid references units,
      outward_year integer,
      outward_serial integer,
      outward_number text,
      dispatched_at timestamptz,
      delivered_on date,
      returned_on date,
      return_reason text,
      receipt_id uuid references receipts,
      unique (letter_id, addressee_kind, position),
      again_of_id uuid references dispatches,
      dispatched_by_post_id uuid references posts,
      constraint one_outward_number unique (outward_unit_id, outward_year, outward_serial),
      check ((state = 'waiting') = (outward_serial is null)),
      check ((state = 'returned') = (return_reason is not null))
    );
    create unique index dispatches_sent_again_once on dispatches (again_of_id) where again_of_id is not null;
    create index dispatches_outward on dispatches (outward_unit_id, dispatched_at desc, id desc);
    create index dispatches_waiting on dispatches (unit_id, state);
    grant update on dispatches to secretariat_app;
  `);
}
