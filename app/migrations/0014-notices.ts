interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A notice tells a post that something arrived; the event makes it unique. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table notices (
      id uuid primary key,
      event_id uuid not null references events,
      post_id uuid not null references posts,
      item_id uuid references items,
      words text not null,
      gaps jsonb not null default '{}',
      at timestamptz not null,
      read_at timestamptz,
      unique (event_id, post_id)
    );
    create index notices_by_post on notices (post_id, at desc, id desc);
    create index notices_unread on notices (post_id) where read_at is null;
    grant update on notices to secretariat_app;
  `);
}
