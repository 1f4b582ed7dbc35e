import { nobody, transaction, type Actor } from "../../base/index.ts";
import { findAccount, type Account } from "../account.ts";
import { findIdentity, lockIssuer, type ClaimedIdentity } from "./identity.ts";
import { judgeClaim } from "./judge-claim.ts";
import { link } from "./link-identity.ts";
import { findClaim, queueClaim } from "./queue-claim.ts";

/**
 * Whose account a proved identity is. An unknown one is linked only where employee code and e-mail both
 * point to one person who has none of that issuer; anything else waits for an administrator, and the answer
 * is nobody. The account may be disabled: `admit` refuses that.
 */
export async function accountOf(
  claimed: ClaimedIdentity,
  { address, requestId }: Pick<Actor, "address" | "requestId"> = nobody,
): Promise<Account | undefined> {
  const known = await findIdentity(claimed);
  return known
    ? findAccount(known.accountId)
    : transaction(() => linkOrQueue({ ...nobody, address, requestId }, claimed));
}

async function linkOrQueue(actor: Actor, claimed: ClaimedIdentity): Promise<Account | undefined> {
  await lockIssuer(claimed.issuer);
  const known = await findIdentity(claimed);
  if (known) {
    return findAccount(known.accountId);
  }
  const judged = await judgeClaim(claimed);
  if (judged.accountId !== undefined && !(await findClaim(claimed))) {
    await link(actor, judged.accountId, claimed);
    return findAccount(judged.accountId);
  }
  await queueClaim(actor, claimed, judged.reason ?? "unlinked");
  return undefined;
}
