import {
  afterCommit,
  change,
  endSessionsOf,
  execute,
  notFound,
  record,
  row,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { lockIssuer, type Identity } from "./identity.ts";
import { findClaim, queueClaim } from "./queue-claim.ts";

/** Takes an identity from an account, ends its sessions, and lets nobody but an administrator link it again. */
export function unlinkIdentity(
  actor: Actor,
  identityId: string,
): Promise<{ readonly accountId: string }> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const { accountId, issuer, subject } = await findLinked(identityId);
    await lockIssuer(issuer);
    await findLinked(identityId);
    await execute("delete from identities where id = $identityId", { identityId });
    await record(actor, "access.identity-unlinked", {
      subject: { type: "account", id: accountId },
      detail: { identityId, issuer },
    });
    const nothingSaid = { issuer, subject, employeeCode: null, email: null, name: null };
    const claim = await findClaim(nothingSaid);
    if (claim) {
      const again = { state: "waiting", reason: "unlinked", accountId, decidedAt: null };
      await change("identity_claims", { id: claim.id }, again);
    } else {
      await queueClaim(actor, nothingSaid, "unlinked");
      await change("identity_claims", { issuer, subject }, { accountId });
    }
    await afterCommit(() => endSessionsOf(accountId));
    return { accountId };
  });
}

async function findLinked(id: string): Promise<Identity> {
  const found = await row<Identity>(
    `select id, account_id as "accountId", issuer, subject from identities where id = $id`,
    { id },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}
