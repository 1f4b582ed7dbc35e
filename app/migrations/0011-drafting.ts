interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** A draft changes by versions; a letter is issued once and never edited. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table certificates (
      id uuid primary key,
      employee_id uuid not null references employees,
      designation text not null,
      authority text not null,
      serial_number text not null unique,
      certificate text not null,
      encrypted_key bytea not null,
      valid_from timestamptz not null,
      valid_until timestamptz not null,
      revoked_at timestamptz
    );
    create index certificates_by_employee on certificates (employee_id, valid_until desc);
    grant update on certificates to secretariat_app;

    create table drafts (
      id uuid primary key,
      item_id uuid not null references items,
      unit_id uuid not null references units,
      form text not null,
      language text not null check (language in ('hi', 'en')),
      nature text not null default 'fresh',
      subject text not null,
      state text not null check (state in ('draft', 'approved', 'awaiting-scan', 'issued', 'dropped')),
      version integer not null default 1,
      signatory_post_id uuid references posts,
      reply_to_receipt_id uuid references receipts,
      created_by_post_id uuid not null references posts,
      created_at timestamptz not null,
      approved_version integer,
      approved_by_post_id uuid references posts,
      approved_by_id uuid references employees,
      approved_at timestamptz,
      corrects_letter_id uuid,
      wet_token text unique,
      wet_number text,
      wet_year integer,
      wet_serial integer,
      wet_on date,
      wet_signatory_id uuid references employees,
      wet_sha256 text,
      wet_bytes bigint,
      wet_pages integer,
      check ((state in ('approved', 'awaiting-scan', 'issued'))
        <= coalesce(approved_version = version, false)),
      check ((state = 'awaiting-scan') <= (wet_token is not null and wet_sha256 is not null)),
      unique (unit_id, wet_year, wet_serial)
    );
    create index drafts_by_item on drafts (item_id);
    comment on column drafts.wet_token is 'what the QR code on the print says; the number stands on paper already';
    grant update on drafts to secretariat_app;

    create table draft_versions (
      draft_id uuid not null references drafts,
      version integer not null,
      letter jsonb not null,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      at timestamptz not null,
      primary key (draft_id, version)
    );
    call make_append_only('draft_versions');

    create table draft_edits (
      draft_id uuid not null references drafts,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      version integer not null,
      body jsonb not null,
      revision integer not null default 1,
      updated_at timestamptz not null,
      primary key (draft_id, post_id)
    );
    comment on table draft_edits is 'the working copy of one post: its body, until it becomes a version';
    grant update, delete on draft_edits to secretariat_app;

    create table cancelled_numbers (
      unit_id uuid not null references units,
      year integer not null,
      serial integer not null,
      number text not null,
      draft_id uuid not null references drafts,
      reason text not null,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      at timestamptz not null,
      primary key (unit_id, year, serial)
    );
    call make_append_only('cancelled_numbers');

    create table letters (
      id uuid primary key,
      xid xid8 not null default pg_current_xact_id(),
      draft_id uuid not null unique references drafts,
      item_id uuid not null references items,
      unit_id uuid not null references units,
      year integer not null,
      serial integer not null,
      number text not null,
      form text not null,
      language text not null,
      subject text not null,
      issued_on date not null,
      document_id uuid not null references documents,
      document_sha256 text not null,
      signing text not null check (signing in ('certificate', 'wet')),
      certificate_id uuid references certificates,
      signatory_post_id uuid not null references posts,
      signatory_id uuid not null references employees,
      signed_at timestamptz not null,
      mark text not null,
      unique (unit_id, year, serial)
    );
    create index letters_by_item on letters (item_id);
    create index letters_by_xid on letters (xid, id);
    call make_append_only('letters');
    create index letters_by_document on letters (document_id);
    alter table drafts add foreign key (corrects_letter_id) references letters;
    alter table receipts add foreign key (from_letter_id) references letters;
    alter table correspondence add foreign key (letter_id) references letters;
  `);
}
