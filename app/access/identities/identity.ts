import { explainConstraint, row, words } from "../../base/index.ts";

explainConstraint(
  "identities_by_subject",
  words("This identity belongs to an account already. Look at the queue again."),
);
explainConstraint(
  "identities_by_account",
  words("This person has an identity of the same source already. Unlink that one first."),
);
explainConstraint(
  "identities_account_id_fkey",
  words("An identity is linked to this account, so the entry cannot be undone."),
);

/** Who somebody is according to a provider or directory that has proved it. */
export interface ClaimedIdentity {
  /** Who vouches for it, such as the address of a provider or `directory:nic`. */
  readonly issuer: string;
  /** The name there that never changes; never an e-mail or a mobile. */
  readonly subject: string;
  readonly employeeCode: string | null;
  readonly email: string | null;
  readonly name: string | null;
}

export type IdentityKey = Pick<ClaimedIdentity, "issuer" | "subject">;

export interface Identity extends IdentityKey {
  readonly id: string;
  readonly accountId: string;
}

export function findIdentity({ issuer, subject }: IdentityKey): Promise<Identity | undefined> {
  return row<Identity>(`${selectIdentities} where issuer = $issuer and subject = $subject`, {
    issuer,
    subject,
  });
}

/** The identity of an account at one issuer. */
export function identityOf(accountId: string, issuer: string): Promise<Identity | undefined> {
  return row<Identity>(`${selectIdentities} where account_id = $accountId and issuer = $issuer`, {
    accountId,
    issuer,
  });
}

/** One at a time may say whose an identity of this issuer is. */
export async function lockIssuer(issuer: string): Promise<void> {
  await row("select pg_advisory_xact_lock(hashtextextended($key, 0))::text as locked", {
    key: `identities ${issuer}`,
  });
}

const selectIdentities = `select id, account_id as "accountId", issuer, subject from identities`;
