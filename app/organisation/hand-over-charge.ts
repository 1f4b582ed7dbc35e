import {
  forbidden,
  formatDate,
  invalid,
  record,
  shiftDay,
  transaction,
  type Actor,
} from "../base/index.ts";
import { insertCharge, refuseUnknownPerson } from "./assign-charge.ts";
import { lockOpenPost } from "./change-post.ts";
import { outgoingCharge, type Charge } from "./charge.ts";
import { countItemsOn } from "./count-items.ts";
import { stopCharge } from "./end-charge.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";

export interface HandOver {
  readonly postId: string;
  /** Who takes over. */
  readonly employeeId: string;
  readonly kind: "substantive" | "additional";
  /** The first day of the one who takes over; the other's last is the day before. */
  readonly fromOn: string;
  readonly orderNumber: string;
  readonly orderOn?: string | undefined;
}

/**
 * The report of transfer of charge: one goes, another comes, in one step. Nothing moves on the desk,
 * because the post holds the work.
 */
export function handOverCharge(actor: Actor, given: HandOver): Promise<{ readonly id: string }> {
  return transaction(async () => {
    await lockOpenPost(given.postId);
    organisationPolicy.authorize(actor, "handOver", given);
    await refuseUnknownPerson(given.employeeId);
    const outgoing = await outgoingCharge(given.postId, given.fromOn);
    refuseUnfit(given, outgoing);
    refuseAnothers(actor, outgoing);
    await stopCharge(actor, outgoing, shiftDay(given.fromOn, -1));
    const incoming = await insertCharge(actor, given);
    await record(actor, "organisation.charge-handed-over", {
      subject: { type: "post", id: given.postId },
      detail: {
        outgoingId: outgoing.id,
        incomingId: incoming.id,
        items: await countItemsOn(given.postId),
      },
    });
    return incoming;
  });
}

function refuseUnfit(given: HandOver, outgoing: Charge | undefined): asserts outgoing is Charge {
  if (!outgoing) {
    throw invalid("fromOn", "Nobody holds this post on that day, so nobody can hand it over.");
  }
  if (outgoing.employeeId === given.employeeId) {
    throw invalid("employeeId", "This person already holds the post at that time.");
  }
  if (outgoing.fromOn >= given.fromOn) {
    throw invalid("fromOn", "The present holder took charge on {date}. Choose a later day.", {
      date: formatDate(outgoing.fromOn),
    });
  }
}

/** Who holds a post beside its substantive holder hands over nothing of his. */
function refuseAnothers(actor: Actor, outgoing: Charge): void {
  const isAdministrator = organisationPolicy.can(actor, "administer", wholeOffice);
  if (!isAdministrator && outgoing.employeeId !== actor.employeeId) {
    throw forbidden();
  }
}
