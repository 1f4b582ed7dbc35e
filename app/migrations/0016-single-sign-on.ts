interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Logout tokens of identity providers that were acted upon: each counts once. Kept until they would be expired. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table spent_logout_tokens (
      issuer text not null,
      token_id text not null,
      expires_at timestamptz not null,
      primary key (issuer, token_id)
    );
    create index spent_logout_tokens_by_expiry on spent_logout_tokens (expires_at);
    grant delete on spent_logout_tokens to secretariat_app;
  `);
}
