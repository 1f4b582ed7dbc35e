import { v7 as newId } from "uuid";
import { execute, insert, now, record, row, type Actor } from "../../base/index.ts";
import type { ClaimedIdentity, IdentityKey } from "./identity.ts";
import type { Doubt } from "./judge-claim.ts";

export type ClaimState = "waiting" | "linked" | "refused";

/** An identity that is nobody's until an administrator says whose. */
export interface Claim extends ClaimedIdentity {
  readonly id: string;
  readonly reason: Doubt | "unlinked";
  readonly state: ClaimState;
  readonly claimedAt: Date;
  readonly lastClaimedAt: Date;
  readonly accountId: string | null;
}

export function findClaim({ issuer, subject }: IdentityKey): Promise<Claim | undefined> {
  return row<Claim>(`${selectClaims} where issuer = $issuer and subject = $subject`, {
    issuer,
    subject,
  });
}

/** Puts an identity in the queue once; whoever claims it again is only noted. The issuer is locked. */
export async function queueClaim(
  actor: Actor,
  claimed: ClaimedIdentity,
  reason: Claim["reason"],
): Promise<void> {
  const queued = await findClaim(claimed);
  if (queued) {
    await execute(noteAgain, { ...saidBy(claimed), id: queued.id, at: now() });
    return;
  }
  const id = newId();
  await insert("identity_claims", {
    id,
    issuer: claimed.issuer,
    subject: claimed.subject,
    ...saidBy(claimed),
    reason,
    state: "waiting",
    claimedAt: now(),
    lastClaimedAt: now(),
  });
  await record(actor, "access.identity-queued", {
    subject: { type: "identity-claim", id },
    detail: { issuer: claimed.issuer, reason },
  });
}

function saidBy({ employeeCode, email, name }: ClaimedIdentity) {
  return {
    employeeCode: employeeCode?.slice(0, longest) ?? null,
    email: email?.slice(0, longest) ?? null,
    name: name?.slice(0, longest) ?? null,
  };
}

const longest = 200;

const noteAgain = `
  update identity_claims set last_claimed_at = $at, employee_code = $employeeCode, email = $email,
    name = $name
  where id = $id`;

export const selectClaims = `
  select id, issuer, subject, employee_code as "employeeCode", email, name, reason, state,
    claimed_at as "claimedAt", last_claimed_at as "lastClaimedAt", account_id as "accountId"
  from identity_claims`;
