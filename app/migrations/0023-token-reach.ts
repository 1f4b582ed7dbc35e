interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A token reaches no further than its program needs. Those made before reach as far as they did. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    alter table access_tokens
      add column may_write boolean not null default true,
      add column areas text[] not null default '{}';
    comment on column access_tokens.areas is 'areas of access/token-reach.ts; none means all';
  `);
}
