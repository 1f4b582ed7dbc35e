interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Seals stand outside the rows they seal; checkpoints are signed heads of the chain. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table seals (
      sequence bigint primary key,
      source text not null,
      row_id uuid not null,
      xid xid8 not null,
      leaf bytea not null,
      chain bytea not null,
      sealed_at timestamptz not null default clock_timestamp(),
      unique (source, row_id)
    );
    call make_append_only('seals');

    create table checkpoints (
      sequence bigint primary key references seals,
      chain bytea not null,
      at timestamptz not null,
      signature text not null
    );
    call make_append_only('checkpoints');
  `);
}
