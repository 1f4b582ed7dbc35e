interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A file is an item with two sides: notes, and correspondence numbered by serial and page. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table file_heads (
      id uuid primary key,
      unit_id uuid references units,
      level text not null check (level in ('basic', 'primary', 'secondary', 'tertiary')),
      code text not null,
      name_en text not null,
      name_hi text not null,
      parent_id uuid references file_heads,
      closed_on date
    );
    create unique index file_heads_once on file_heads
      (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'), level,
       coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), code);
    grant update on file_heads to secretariat_app;

    create table files (
      item_id uuid primary key references items,
      unit_id uuid not null references units,
      numbering text not null check (numbering in ('heads', 'free')),
      number text not null,
      basic_head_id uuid references file_heads,
      primary_head_id uuid references file_heads,
      secondary_head_id uuid references file_heads,
      tertiary_head_id uuid references file_heads,
      serial integer,
      year integer not null,
      description text,
      main_category text not null,
      sub_category text,
      language text not null default 'hi',
      previous_references text,
      later_references text,
      remarks text,
      record_category text check (record_category in ('A', 'B', 'C')),
      closing_remarks text,
      main_file_id uuid references files,
      volume integer not null default 1,
      last_paragraph integer not null default 0,
      last_serial integer not null default 0,
      last_page integer not null default 0,
      unique (unit_id, number)
    );
    create index files_by_main on files (main_file_id) where main_file_id is not null;
    grant update on files to secretariat_app;

    create table correspondence (
      id uuid primary key,
      file_id uuid not null references files,
      serial integer not null,
      direction text not null check (direction in ('in', 'out')),
      receipt_id uuid references receipts,
      letter_id uuid,
      title text not null,
      page_from integer not null,
      page_to integer not null,
      flag text check (flag in ('puc', 'fr')),
      added_at timestamptz not null,
      added_by_id uuid references employees,
      added_by_post_id uuid references posts,
      unique (file_id, serial),
      unique (file_id, page_from),
      check (page_to >= page_from - 1)
    );
    create index correspondence_by_receipt on correspondence (receipt_id);
    grant update on correspondence to secretariat_app;

    create table correspondence_documents (
      correspondence_id uuid not null references correspondence,
      position integer not null,
      document_id uuid not null references documents,
      page_from integer not null,
      primary key (correspondence_id, position)
    );
    create index correspondence_by_document on correspondence_documents (document_id);
  `);
}
