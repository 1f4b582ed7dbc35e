interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** From where one may come in, and who was given a tunnel to come in by. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table network_ranges (
      id uuid primary key,
      range cidr not null,
      unit_id uuid references units,
      label text not null,
      from_on date not null,
      until_on date,
      order_number text not null,
      created_at timestamptz not null,
      created_by_id uuid,
      check (until_on is null or until_on >= from_on),
      constraint network_ranges_apart exclude using gist
        (range inet_ops with &&, daterange(from_on, until_on, '[]') with &&)
    );
    comment on column network_ranges.unit_id is 'the office behind the range; null is the whole state';

    create table network_rules (
      id uuid primary key,
      role text,
      unit_id uuid references units,
      range_id uuid not null references network_ranges,
      from_on date not null,
      until_on date,
      order_number text not null,
      created_at timestamptz not null,
      created_by_id uuid,
      check ((role is null) <> (unit_id is null)),
      check (until_on is null or until_on >= from_on)
    );
    comment on table network_rules is 'once a role or unit is named here, it comes in only from the ranges named for it';

    create table network_sightings (
      session text not null,
      range_id uuid not null references network_ranges,
      at timestamptz not null,
      primary key (session, range_id)
    );
    create index network_sightings_by_time on network_sightings (at);

    create table network_refusals (
      address text not null,
      hour timestamptz not null,
      attempts bigint not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      primary key (address, hour)
    );
    grant update, delete on network_ranges, network_rules, network_refusals, network_sightings
      to secretariat_app;
  `);
  await query(`
    create table vpn_accounts (
      id uuid primary key,
      vpn_id text not null,
      employee_id uuid not null references employees,
      unit_id uuid references units,
      issued_on date,
      expires_on date,
      state text not null check (state in ('active', 'suspended', 'revoked')),
      matched_by text not null check (matched_by in ('code', 'email', 'mobile', 'hand')),
      updated_at timestamptz not null,
      told_expiry_on date,
      check (expires_on is null or issued_on is null or expires_on >= issued_on)
    );
    create unique index vpn_accounts_by_vpn_id on vpn_accounts (lower(vpn_id));
    create index vpn_accounts_by_employee on vpn_accounts (employee_id);
    create index vpn_accounts_by_unit on vpn_accounts (unit_id);
    create index vpn_accounts_by_expiry on vpn_accounts (expires_on);
    comment on column vpn_accounts.told_expiry_on is 'the last day whose expiry was told to the office';

    create table vpn_lists (
      id uuid primary key,
      state text not null check (state in ('staged', 'committed', 'discarded')),
      file_name text not null,
      sha256 text not null,
      rows_read integer not null,
      created_at timestamptz not null,
      created_by_id uuid,
      committed_at timestamptz
    );
    create table vpn_list_rows (
      list_id uuid not null references vpn_lists on delete cascade,
      row_number integer not null,
      vpn_id text not null,
      cells jsonb not null,
      verdict text not null check (verdict in
        ('new', 'changed', 'same', 'unmatched', 'conflict', 'wrong')),
      mistakes jsonb not null default '[]',
      employee_id uuid references employees,
      unit_id uuid references units,
      matched_by text,
      issued_on date,
      expires_on date,
      state text not null default 'active',
      settled_at timestamptz,
      settled_by_id uuid,
      primary key (list_id, row_number)
    );
    create index vpn_list_rows_by_verdict on vpn_list_rows (list_id, verdict, row_number);
    comment on column vpn_list_rows.cells is 'what the row said of the person; of a mobile number only its end';
    grant update, delete on vpn_accounts, vpn_lists, vpn_list_rows to secretariat_app;
  `);
}
