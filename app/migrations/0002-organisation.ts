interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Posts hold work; people hold posts by dated charges. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table units (
      id uuid primary key,
      kind text not null check (kind in
        ('state', 'department', 'directorate', 'division', 'district', 'tehsil', 'office', 'section')),
      code text not null unique,
      name_en text not null,
      name_hi text not null,
      parent_id uuid references units,
      ancestor_ids uuid[] not null,
      number text,
      address_en text not null default '',
      address_hi text not null default '',
      closed_on date
    );
    create index units_by_parent on units (parent_id);
    create index units_by_ancestor on units using gin (ancestor_ids);
    comment on column units.ancestor_ids is 'the unit itself and every unit above it';
    comment on column units.number is 'the number of the section in file numbers';

    create table section_subjects (
      id uuid primary key,
      unit_id uuid not null references units,
      name_en text not null,
      name_hi text not null,
      unique (unit_id, name_en)
    );

    create table designations (
      id uuid primary key,
      code text not null unique,
      name_en text not null,
      name_hi text not null,
      rank integer not null,
      class text
    );
    comment on column designations.rank is '1 is the highest; the channel of submission runs upwards by it';

    create table posts (
      id uuid primary key,
      unit_id uuid not null references units,
      designation_id uuid not null references designations,
      code text not null unique,
      name_en text not null,
      name_hi text not null,
      marking text not null unique,
      reports_to_id uuid references posts,
      closed_on date
    );
    create index posts_by_unit on posts (unit_id);
    create index posts_by_name on posts using gin ((name_en || ' ' || name_hi || ' ' || marking) gin_trgm_ops);

    create table employees (
      id uuid primary key,
      code text not null unique,
      salutation text not null,
      name_en text not null,
      name_hi text not null,
      gender text not null check (gender in ('female', 'male', 'other')),
      born_on text,
      joined_on date not null,
      email text not null,
      mobile text,
      mobile_index text,
      class text,
      designation_id uuid references designations,
      language text not null default 'hi' check (language in ('hi', 'en')),
      details text,
      left_on date
    );
    create unique index employees_by_email on employees (lower(email));
    create unique index employees_by_mobile on employees (mobile_index);
    create index employees_by_name on employees using gin ((name_en || ' ' || name_hi) gin_trgm_ops);

    comment on column employees.born_on is 'sealed, like mobile and details';
    comment on column employees.mobile_index is 'a keyed hash: tells equal numbers, not which they are';

    create table charges (
      id uuid primary key,
      post_id uuid not null references posts,
      employee_id uuid not null references employees,
      kind text not null check (kind in ('substantive', 'additional', 'link')),
      from_on date not null,
      until_on date,
      order_number text not null default '',
      order_on date,
      check (until_on is null or until_on >= from_on),
      constraint one_substantive_holder exclude using gist
        (post_id with =, daterange(from_on, until_on, '[]') with &&) where (kind = 'substantive')
    );
    create index charges_by_post on charges (post_id, from_on);
    create index charges_by_employee on charges (employee_id, from_on);
    grant update, delete on units, section_subjects, designations, posts, employees, charges
      to secretariat_app;

    create table imports (
      id uuid primary key,
      kind text not null,
      state text not null check (state in
        ('reading', 'refused', 'staged', 'committed', 'undone', 'discarded')),
      file_name text not null,
      file_hash text not null,
      bytes bigint not null,
      rows_read integer not null default 0,
      columns jsonb not null default '[]',
      failure jsonb,
      created_by_id uuid,
      created_at timestamptz not null,
      committed_at timestamptz,
      undone_at timestamptz
    );
    create table import_rows (
      import_id uuid not null references imports on delete cascade,
      row_number integer not null,
      id uuid not null unique,
      cells text not null,
      persons text,
      mistakes jsonb not null default '[]',
      change text not null check (change in ('new', 'changed', 'same', 'wrong')),
      before jsonb,
      after jsonb,
      primary key (import_id, row_number)
    );
    create index import_rows_by_change on import_rows (import_id, change, row_number);
    comment on column imports.columns is 'letter and key of each column that was recognised';
    comment on column imports.failure is 'why the file could not be read, as a sentence and its gaps';
    comment on column import_rows.cells is 'what the row says, sealed';
    comment on column import_rows.persons is 'whole rows of the person before and after, sealed';
    comment on column import_rows.before is 'charges and posts as they stood, for undoing';
    comment on column import_rows.after is 'charges and posts as they are to stand, and whom they concern';
    grant update, delete on imports, import_rows to secretariat_app;
  `);
}
