interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * Three roles from the first day. The owner migrates and never serves; the application may read and
 * insert everywhere, and change only where a later line grants it; the report role reads.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    revoke all on schema public from public;
    grant usage on schema public to secretariat_app, secretariat_report;
    alter default privileges in schema public grant select, insert on tables to secretariat_app;
    alter default privileges in schema public grant usage on sequences to secretariat_app;
    alter default privileges in schema public grant select on tables to secretariat_report;
  `);
  await query(`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$;
    create procedure make_append_only(name regclass) language plpgsql as $$
    begin
      execute format('create trigger append_only_rows before update or delete on %s
        for each row execute function refuse_change()', name);
      execute format('create trigger append_only_table before truncate on %s
        for each statement execute function refuse_change()', name);
    end $$;
  `);
  await query(`
    create table events (
      id uuid primary key,
      xid xid8 not null default pg_current_xact_id(),
      at timestamptz not null,
      recorded_at timestamptz not null default clock_timestamp(),
      action text not null,
      account_id uuid,
      employee_id uuid,
      post_id uuid,
      on_behalf_of_id uuid,
      session_id text,
      address text,
      request_id text,
      subject_type text not null,
      subject_id uuid not null,
      item_id uuid,
      detail jsonb not null default '{}',
      mark text not null
    );
    create index events_by_item on events (item_id, at) where item_id is not null;
    create index events_by_subject on events (subject_id, at);
    create index events_by_time on events (at desc, id desc);
    create index events_by_xid on events (xid, id);
    call make_append_only('events');
  `);
  await query(`
    create table deliveries (
      event_id uuid not null references events,
      job text not null,
      attempts integer not null default 0,
      due_at timestamptz not null default clock_timestamp(),
      primary key (event_id, job)
    );
    create index deliveries_due on deliveries (due_at);
    grant update, delete on deliveries to secretariat_app;

    create table submissions (
      token text primary key,
      account_id uuid not null,
      fingerprint text not null,
      at timestamptz not null,
      location text,
      properties jsonb,
      status smallint
    );
    create index submissions_by_time on submissions (at);
    grant update, delete on submissions to secretariat_app;

    create table parameters (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      unit_id uuid,
      value jsonb not null,
      from_on date not null,
      order_number text,
      order_on date,
      created_at timestamptz not null default clock_timestamp()
    );
    create index parameters_by_name on parameters (name, unit_id, from_on desc, order_on desc);
    call make_append_only('parameters');
  `);
}
