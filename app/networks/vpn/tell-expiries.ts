import { defineChore, nobody, now, record, rows, today, transaction } from "../../base/index.ts";
import { daysAhead, isActive, officeOfEmployee } from "./count-vpns.ts";

const quarterOfDay = 21_600;

defineChore("networks.tell-expiries", quarterOfDay, tellExpiries);

/** Records once for each expiry that it comes near; the office's administrators are told by the event. */
export function tellExpiries(): Promise<void> {
  return transaction(async () => {
    const offices = await rows<{ unitId: string; count: number; first: string }>(statement, {
      day: today(now()),
      daysAhead,
    });
    for (const { unitId, count, first } of offices) {
      await record(nobody, "vpn.expiring", {
        subject: { type: "unit", id: unitId },
        detail: { count, first },
      });
    }
  });
}

const statement = `
  with told as (
    update vpn_accounts v set told_expiry_on = v.expires_on
    where ${isActive("v")} and v.expires_on <= $day::date + $daysAhead::int
      and v.told_expiry_on is distinct from v.expires_on
    returning v.unit_id, v.employee_id, v.expires_on
  ), placed as (
    select coalesce(told.unit_id, ${officeOfEmployee("told.employee_id")}) as office_id, told.expires_on
    from told
  )
  select office_id as "unitId", count(*) as count, min(expires_on)::text as first
  from placed where office_id is not null group by office_id`;
