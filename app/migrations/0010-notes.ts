interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A yellow note is a draft of one post on one file; a green note is written once and stays. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table note_drafts (
      file_id uuid not null references files,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      body jsonb not null,
      body_text text not null,
      revision integer not null default 1,
      updated_at timestamptz not null,
      primary key (file_id, post_id)
    );
    grant update, delete on note_drafts to secretariat_app;

    create table notes (
      id uuid primary key,
      xid xid8 not null default pg_current_xact_id(),
      file_id uuid not null references files,
      sequence integer not null,
      paragraph_from integer not null,
      paragraph_to integer not null,
      agrees boolean not null default false,
      body jsonb not null,
      body_text text not null,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      on_behalf_of_id uuid references employees,
      author_name_en text not null,
      author_name_hi text not null,
      post_name_en text not null,
      post_name_hi text not null,
      signed_at timestamptz not null,
      mark text not null,
      unique (file_id, sequence),
      unique (file_id, paragraph_from)
    );
    create index notes_by_xid on notes (xid, id);
    call make_append_only('notes');

    create table note_references (
      note_id uuid not null references notes,
      position integer not null,
      kind text not null check (kind in ('page', 'paragraph', 'file')),
      target_file_id uuid not null references files,
      target_page integer,
      target_paragraph integer,
      label text not null,
      primary key (note_id, position)
    );
    create index note_references_by_target on note_references (target_file_id);
    call make_append_only('note_references');
  `);
}
