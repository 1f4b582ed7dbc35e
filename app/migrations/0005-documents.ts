interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A document names bytes in the store; the bytes themselves lie outside the database. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table documents (
      id uuid primary key,
      sha256 text not null,
      bytes bigint not null,
      media_type text not null,
      pages integer not null,
      name text not null,
      created_at timestamptz not null,
      created_by_id uuid,
      created_by_post_id uuid
    );
    create index documents_by_bytes on documents (sha256);
    call make_append_only('documents');
  `);
}
