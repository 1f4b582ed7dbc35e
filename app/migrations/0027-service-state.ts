interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

export const step = { kind: "expand", lock: "none", seconds: 1, oldestApplication: 26 };

/** Whether the office is open for reading only, what is announced, and which releases this database serves. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table read_only_spells (
      id uuid primary key,
      from_at timestamptz not null,
      until_at timestamptz,
      reason_hi text not null,
      reason_en text not null,
      check (until_at is null or until_at >= from_at)
    );
    create unique index read_only_spells_open on read_only_spells ((true)) where until_at is null;
    comment on table read_only_spells is 'from when to when the office was open for reading only';

    create table announcements (
      id uuid primary key,
      words_hi text not null,
      words_en text not null,
      from_at timestamptz not null,
      until_at timestamptz not null,
      withdrawn_at timestamptz,
      check (until_at > from_at)
    );
    create index announcements_by_end on announcements (until_at);
    comment on table announcements is 'what stands on top of every page for a while';
    grant update on read_only_spells, announcements to secretariat_app;

    create table write_probes (
      process text primary key,
      at timestamptz not null
    );
    grant update on write_probes to secretariat_app;
    comment on table write_probes is 'one row a process, written anew to prove that writing works';

    create table schema_compatibility (
      one boolean primary key default true check (one),
      level integer not null,
      oldest_application integer not null,
      at timestamptz not null default now()
    );
    comment on table schema_compatibility is
      'the newest step taken, and the oldest release (by its own newest step) that may still serve here';
    revoke insert, update, delete on schema_compatibility from secretariat_app;
    grant select on schema_compatibility, migrations to secretariat_app;
  `);
}
