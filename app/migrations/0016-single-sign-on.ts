interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * What signing out at a provider needs, beside the session it came with and gone with it (`kept` is sealed), and
 * the providers' logout tokens that were acted upon: each counts once.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table provider_sessions (
      id uuid primary key,
      account_id uuid not null references accounts on delete cascade,
      provider text not null,
      session_mark text not null unique,
      subject text not null,
      provider_session text,
      kept text not null,
      expires_at timestamptz not null
    );
    create index provider_sessions_by_account on provider_sessions (account_id);
    create index provider_sessions_by_subject on provider_sessions (provider, subject);
    create index provider_sessions_by_session on provider_sessions (provider, provider_session);
    create index provider_sessions_by_expiry on provider_sessions (expires_at);

    create table spent_logout_tokens (
      issuer text not null,
      token_id text not null,
      expires_at timestamptz not null,
      primary key (issuer, token_id)
    );
    create index spent_logout_tokens_by_expiry on spent_logout_tokens (expires_at);
    grant update, delete on provider_sessions to secretariat_app;
    revoke select on provider_sessions from secretariat_report;
    grant delete on spent_logout_tokens to secretariat_app;
  `);
}
