interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * What the virus scanner said of stored bytes, uploads that arrive in parts, and pictures made of documents for
 * viewing. None of these is a record: they may be made anew, so they may be changed and forgotten.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table scanned_contents (
      sha256 text primary key,
      scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'infected', 'held')),
      finding text,
      database_version text,
      first_seen_at timestamptz not null,
      tried_at timestamptz,
      scanned_at timestamptz
    );
    create index scanned_contents_open on scanned_contents (tried_at) where scan in ('waiting', 'held');
    grant update on scanned_contents to secretariat_app;

    create table uploads (
      id uuid primary key,
      account_id uuid not null,
      post_id uuid,
      name text not null,
      bytes bigint not null check (bytes > 0),
      sealed_key text not null,
      received bigint not null default 0 check (received between 0 and bytes),
      sha256 text,
      writer uuid,
      writer_until timestamptz,
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index uploads_by_post on uploads (post_id, created_at);
    create index uploads_by_expiry on uploads (expires_at);
    grant update, delete on uploads to secretariat_app;

    create table renditions (
      sha256 text not null,
      kind text not null,
      page integer not null,
      rendition_sha256 text not null,
      bytes bigint not null,
      made_at timestamptz not null,
      primary key (sha256, kind, page)
    );
    grant delete on renditions to secretariat_app;

    create index documents_by_post_and_time on documents (created_by_post_id, created_at);
  `);
}
