interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * Who a person is elsewhere, and what a directory was last seen to say. Personal data: `identities`,
 * `identity_claims`.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table identities (
      id uuid primary key,
      account_id uuid not null references accounts,
      issuer text not null,
      subject text not null,
      linked_at timestamptz not null,
      linked_by_post_id uuid references posts,
      constraint identities_by_subject unique (issuer, subject),
      constraint identities_by_account unique (account_id, issuer)
    );
    comment on column identities.issuer is 'who vouches: the address of a provider, or directory:name';
    comment on column identities.subject is 'the name that never changes there; never an e-mail or a mobile';
    comment on column identities.linked_by_post_id is 'null: code and e-mail both said so';
    grant update, delete on identities to secretariat_app;

    create table identity_claims (
      id uuid primary key,
      issuer text not null,
      subject text not null,
      employee_code text,
      email text,
      name text,
      reason text not null check (reason in
        ('nobody', 'code-only', 'email-only', 'disagree', 'linked-already', 'unlinked')),
      state text not null check (state in ('waiting', 'linked', 'refused')),
      claimed_at timestamptz not null,
      last_claimed_at timestamptz not null,
      decided_at timestamptz,
      account_id uuid,
      constraint identity_claims_by_subject unique (issuer, subject)
    );
    create index identity_claims_by_state on identity_claims (state, claimed_at, id);
    comment on table identity_claims is 'identities that are nobody''s until an administrator decides';
    comment on column identity_claims.account_id is 'whose it was, or was decided to be';
    grant update, delete on identity_claims to secretariat_app;

    alter table accounts add column door text not null default 'password'
      check (door in ('password', 'directory'));
    comment on column accounts.door is 'where what is typed at sign-in is proved, and nowhere else';

    create table directory_syncs (
      id uuid primary key,
      at timestamptz not null,
      finished_at timestamptz not null,
      server text,
      people integer not null default 0,
      counts jsonb not null default '{}',
      outcome text not null check (outcome in ('read', 'failed', 'held', 'taken-over')),
      applied integer not null default 0,
      by_post_id uuid references posts
    );
    create index directory_syncs_by_time on directory_syncs (at desc);
    comment on column directory_syncs.outcome is
      'held: more people inactive at once than a machine may act upon';
    comment on column directory_syncs.by_post_id is 'null: the quarter of an hour was over';
    grant update, delete on directory_syncs to secretariat_app;
  `);
}
