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
  await query(`
    create function owed_second_factor(account uuid, roles text[], unit uuid, day date)
    returns text language sql stable as $$
      select case
        when exists (select 1 from authenticator_apps a where a.account_id = account)
          or exists (select 1 from passkeys p where p.account_id = account) then 'proof'
        when roles && array(select jsonb_array_elements_text(coalesce((
            select value from parameters
            where name = 'access.second-factor-roles' and unit_id is null and from_on <= day
            order by from_on desc, created_at desc limit 1),
          '["administrator", "signatory"]'))) then 'set-up'
        when exists (select 1 from (
            select distinct on (p.unit_id) p.value
            from units u join parameters p on p.unit_id = any (u.ancestor_ids)
            where u.id = unit and p.name = 'access.second-factor-unit' and p.from_on <= day
            order by p.unit_id, p.from_on desc, p.created_at desc) as ordered
          where ordered.value = 'true') then 'set-up'
      end
    $$;
  `);
}
