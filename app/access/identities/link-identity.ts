import { v7 as newId } from "uuid";
import { insert, now, record, transaction, type Actor } from "../../base/index.ts";
import { lockAccount } from "../account.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { lockIssuer, type IdentityKey } from "./identity.ts";

/** Says whose an identity is, on the word of an administrator or of a directory he takes over from. */
export function linkIdentity(
  actor: Actor,
  accountId: string,
  identity: IdentityKey,
): Promise<{ readonly id: string }> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    await lockIssuer(identity.issuer);
    await lockAccount(accountId);
    return link(actor, accountId, identity);
  });
}

/** Writes the link and its event; the caller holds the issuer's lock. The constraints have the last word. */
export async function link(
  actor: Actor,
  accountId: string,
  { issuer, subject }: IdentityKey,
): Promise<{ readonly id: string }> {
  const id = newId();
  const linkedByPostId = actor.postId || null;
  await insert("identities", { id, accountId, issuer, subject, linkedAt: now(), linkedByPostId });
  await record(actor, "access.identity-linked", {
    subject: { type: "account", id: accountId },
    detail: { identityId: id, issuer, decided: actor.roles.has("administrator") },
  });
  return { id };
}
