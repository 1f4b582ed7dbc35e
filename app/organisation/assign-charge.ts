import { v7 as newId } from "uuid";
import {
  formatDate,
  insert,
  invalid,
  nameOf,
  record,
  row,
  transaction,
  type Actor,
} from "../base/index.ts";
import { lockOpenPost } from "./change-post.ts";
import { overlappingCharges, type ChargeKind } from "./charge.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { findPost } from "./post.ts";

export interface NewCharge {
  readonly postId: string;
  readonly employeeId: string;
  readonly kind: ChargeKind;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
  readonly orderNumber: string;
  readonly orderOn?: string | undefined;
}

/** Gives a person charge of a post from a day on. What lies on its desk is his from that day. */
export function assignCharge(actor: Actor, given: NewCharge): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await findPost(given.postId, "postId");
    await lockOpenPost(given.postId);
    await refuseUnknownPerson(given.employeeId);
    refuseDates(given);
    await refuseClash(given);
    return insertCharge(actor, given);
  });
}

/** Writes the charge and its event; the caller has asked the policy and looked for clashes. */
export async function insertCharge(
  actor: Actor,
  given: NewCharge,
): Promise<{ readonly id: string }> {
  const id = newId();
  const { postId, employeeId, kind, fromOn, orderNumber } = given;
  const [untilOn, orderOn] = [given.untilOn ?? null, given.orderOn ?? null];
  await insert("charges", { id, postId, employeeId, kind, fromOn, untilOn, orderNumber, orderOn });
  await record(actor, "organisation.charge-assigned", {
    subject: { type: "post", id: postId },
    detail: { chargeId: id, employeeId, kind, fromOn, untilOn, orderNumber },
  });
  return { id };
}

export async function refuseUnknownPerson(id: string): Promise<void> {
  const found = await row<{ left: boolean }>(
    "select left_on is not null as left from employees where id = $id",
    { id },
  );
  if (!found) {
    throw invalid("employeeId", "There is no such person. Choose from the list.");
  }
  if (found.left) {
    throw invalid("employeeId", "This person has left the service.");
  }
}

function refuseDates({ kind, fromOn, untilOn }: NewCharge): void {
  if (untilOn && untilOn < fromOn) {
    throw invalid("untilOn", "The last day cannot be before the first.");
  }
  if (kind === "link" && !untilOn) {
    throw invalid("untilOn", "A link officer acts for a time: give the last day.");
  }
}

async function refuseClash(given: NewCharge): Promise<void> {
  const others = await overlappingCharges(given.postId, given.fromOn, given.untilOn ?? null);
  if (others.some(({ employeeId }) => employeeId === given.employeeId)) {
    throw invalid("employeeId", "This person already holds the post at that time.");
  }
  const holder = others.find(({ kind }) => kind === "substantive");
  if (given.kind === "substantive" && holder) {
    throw invalid(
      "employeeId",
      "{name} holds this post since {date}. Hand over the charge instead.",
      {
        name: nameOf(holder),
        date: formatDate(holder.fromOn),
      },
    );
  }
  if (given.kind === "link" && !holder) {
    throw invalid("kind", "Nobody holds this post substantively, so nobody can act for him.");
  }
}
