import { change, conflict, invalid, record, transaction, type Actor } from "../base/index.ts";
import { lockOpenPost } from "./change-post.ts";
import { findCharge, type Charge } from "./charge.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";

/** Ends a charge on a day, the last on which the person acts as the post. */
export function endCharge(actor: Actor, chargeId: string, untilOn: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenPost((await findCharge(chargeId)).postId);
    const charge = await findCharge(chargeId);
    if (charge.untilOn && charge.untilOn <= untilOn) {
      throw conflict("This charge has an end already.");
    }
    await stopCharge(actor, charge, untilOn);
  });
}

/** Writes the last day and its event; the caller has asked the policy and holds the lock. */
export async function stopCharge(actor: Actor, charge: Charge, untilOn: string): Promise<void> {
  if (untilOn < charge.fromOn) {
    throw invalid("untilOn", "The last day cannot be before the first.");
  }
  await change("charges", { id: charge.id }, { untilOn });
  await record(actor, "organisation.charge-ended", {
    subject: { type: "post", id: charge.postId },
    detail: { chargeId: charge.id, employeeId: charge.employeeId, untilOn },
  });
}
