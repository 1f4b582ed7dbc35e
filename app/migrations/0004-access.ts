interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Accounts belong to people; roles belong to posts, with dates. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table accounts (
      id uuid primary key,
      employee_id uuid not null unique references employees,
      login text not null,
      password_hash text,
      must_change boolean not null default true,
      failures integer not null default 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      language text not null default 'hi' check (language in ('hi', 'en')),
      acting_post_id uuid references posts,
      last_signed_in_at timestamptz
    );
    create unique index accounts_by_login on accounts (lower(login));

    create table role_grants (
      id uuid primary key,
      post_id uuid not null references posts,
      role text not null,
      from_on date not null,
      until_on date,
      granted_by_id uuid,
      unique (post_id, role, from_on)
    );
    create index role_grants_by_post on role_grants (post_id);

    create table access_tokens (
      id uuid primary key,
      account_id uuid not null references accounts,
      post_id uuid references posts,
      name text not null,
      token_hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    create index access_tokens_by_account on access_tokens (account_id);
    grant update on accounts, role_grants, access_tokens to secretariat_app;
    grant delete on accounts to secretariat_app;
  `);
}
