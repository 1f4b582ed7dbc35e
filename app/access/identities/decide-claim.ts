import {
  change,
  conflict,
  notFound,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { findAccountOf } from "../account.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { lockIssuer } from "./identity.ts";
import { linkIdentity } from "./link-identity.ts";
import { selectClaims, type Claim } from "./queue-claim.ts";

export async function findClaimById(id: string): Promise<Claim> {
  const claim = await row<Claim>(`${selectClaims} where id = $id`, { id });
  if (!claim) {
    throw notFound();
  }
  return claim;
}

/** Decides that a waiting identity is this person's. */
export function linkClaim(actor: Actor, claimId: string, employeeId: string): Promise<void> {
  return transaction(async () => {
    const claim = await lockWaiting(actor, claimId);
    const { id: accountId } = await findAccountOf(employeeId);
    await linkIdentity(actor, accountId, claim);
    await decide(claimId, { state: "linked", accountId });
  });
}

/** Decides that a waiting identity has no business here. It may be given to somebody later all the same. */
export function refuseClaim(actor: Actor, claimId: string): Promise<void> {
  return transaction(async () => {
    const { issuer, state } = await lockWaiting(actor, claimId);
    if (state === "refused") {
      throw conflict("This identity is refused already.");
    }
    await decide(claimId, { state: "refused" });
    await record(actor, "access.identity-refused", {
      subject: { type: "identity-claim", id: claimId },
      detail: { issuer },
    });
  });
}

async function lockWaiting(actor: Actor, claimId: string): Promise<Claim> {
  accessPolicy.authorize(actor, "administer", allAccounts);
  await lockIssuer((await findClaimById(claimId)).issuer);
  const claim = await findClaimById(claimId);
  if (claim.state === "linked") {
    throw conflict("This identity is linked already.");
  }
  return claim;
}

async function decide(id: string, decision: Partial<Pick<Claim, "state" | "accountId">>) {
  await change("identity_claims", { id }, { ...decision, decidedAt: now() });
}
