import { disableAccount } from "../../access/index.ts";
import { now, record, rows, today, transaction, type Actor } from "../../base/index.ts";
import { endCharge } from "../../organisation/index.ts";
import type { Difference } from "./difference.ts";
import { itemsOn } from "./items-on.ts";

interface OpenCharge {
  readonly id: string;
  readonly postId: string;
  readonly fromOn: string;
}

/**
 * Closes the desk of somebody the directory has let go: the account is disabled, its sessions end, charges end,
 * and what lies on the desks left is told to the administrators. The person stays in the record.
 */
export function dismiss(
  actor: Actor,
  { accountId, employeeId, ...difference }: Difference,
): Promise<void> {
  return transaction(async () => {
    if (accountId === null || employeeId === null) {
      throw new Error("Only somebody who is entered can be dismissed");
    }
    await disableUnlessDone(actor, accountId);
    const charges = await openCharges(employeeId);
    for (const charge of charges) {
      await endCharge(actor, charge.id, lastDayOf(charge, difference.lastDay));
    }
    const items = await itemsOnAll(charges.map(({ postId }) => postId));
    await record(actor, "directory.person-dismissed", {
      subject: { type: "employee", id: employeeId },
      detail: { closing: difference.closing, charges: charges.length, items },
    });
  });
}

async function disableUnlessDone(actor: Actor, accountId: string): Promise<void> {
  const [open] = await rows(
    "select 1 as open from accounts where id = $accountId and disabled_at is null",
    {
      accountId,
    },
  );
  if (open) {
    await disableAccount(actor, accountId);
  }
}

function openCharges(employeeId: string): Promise<OpenCharge[]> {
  return rows<OpenCharge>(
    `select id, post_id as "postId", from_on as "fromOn" from charges
     where employee_id = $employeeId and from_on <= $day and (until_on is null or until_on > $day)
     order by from_on, id`,
    { employeeId, day: today(now()) },
  );
}

/** The last day of service, but never before the charge began. */
function lastDayOf({ fromOn }: OpenCharge, lastDay: string | null): string {
  const day = lastDay ?? today(now());
  return day < fromOn ? fromOn : day;
}

async function itemsOnAll(postIds: readonly string[]): Promise<number> {
  let items = 0;
  for (const postId of postIds) {
    items += await itemsOn(postId);
  }
  return items;
}
