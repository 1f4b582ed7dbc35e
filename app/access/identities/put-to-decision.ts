import { transaction, type Actor } from "../../base/index.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { findIdentity, lockIssuer, type ClaimedIdentity } from "./identity.ts";
import { judgeClaim } from "./judge-claim.ts";
import { findClaim, queueClaim } from "./queue-claim.ts";

/** Puts an identity that a directory shows, and that is in doubt, in the queue; once, and linking nothing. */
export function putToDecision(actor: Actor, claimed: ClaimedIdentity): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    await lockIssuer(claimed.issuer);
    if ((await findIdentity(claimed)) || (await findClaim(claimed))) {
      return;
    }
    const { reason } = await judgeClaim(claimed);
    if (reason !== undefined) {
      await queueClaim(actor, claimed, reason);
    }
  });
}
