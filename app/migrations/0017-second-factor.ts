interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Second factors of accounts, who owes one, and the breaking of the glass. All rows here are personal. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table authenticator_apps (
      id uuid primary key,
      account_id uuid not null references accounts,
      name text not null,
      secret text not null,
      last_step bigint not null,
      added_at timestamptz not null,
      last_used_at timestamptz
    );
    create index authenticator_apps_by_account on authenticator_apps (account_id);

    create table passkeys (
      id uuid primary key,
      account_id uuid not null references accounts,
      name text not null,
      credential_id text not null unique,
      public_key text not null,
      counter bigint not null,
      transports jsonb not null default '[]',
      added_at timestamptz not null,
      last_used_at timestamptz
    );
    create index passkeys_by_account on passkeys (account_id);

    create table recovery_codes (
      account_id uuid not null references accounts,
      code_hash text not null,
      made_at timestamptz not null,
      used_at timestamptz,
      primary key (account_id, code_hash)
    );

    create table second_factor_tries (
      account_id uuid primary key references accounts,
      failures integer not null default 0,
      since timestamptz,
      locked_until timestamptz
    );

    create table break_glass_armings (
      id uuid primary key,
      account_id uuid not null references accounts,
      reason text not null,
      armed_by text not null,
      armed_at timestamptz not null,
      until_at timestamptz not null,
      ended_at timestamptz,
      password_hash text not null,
      secret text not null,
      last_step bigint not null default 0,
      used_at timestamptz,
      check (until_at <= armed_at + interval '4 hours')
    );
    create index break_glass_armings_by_account on break_glass_armings (account_id, armed_at);

    grant update on authenticator_apps, passkeys, recovery_codes, second_factor_tries,
      break_glass_armings to secretariat_app;
    grant delete on authenticator_apps, passkeys, recovery_codes to secretariat_app;
    revoke select on authenticator_apps, passkeys, recovery_codes, break_glass_armings
      from secretariat_report;
  `);
}
