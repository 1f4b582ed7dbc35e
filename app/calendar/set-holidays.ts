/**
 * INVARIANT: holidays and the numbering of working days change in one transaction, one writer at a time,
 * so that no count of days is ever taken from a half-numbered calendar.
 */
import { execute, notFound, record, row, transaction, type Actor } from "../base/index.ts";
import type { Holiday } from "./holidays.ts";
import { calendarPolicy, stateCalendar } from "./policy.ts";

type Declared = Omit<Holiday, "orderNumber"> & { readonly orderNumber?: string | undefined };

/** Declares days as holidays, or corrects their names; every count of working days follows at once. */
export function setHolidays(actor: Actor, holidays: readonly Declared[]): Promise<void> {
  return changeCalendar(actor, async () => {
    await execute(statement, { holidays: JSON.stringify(holidays) });
    await record(actor, "calendar.holidays-set", {
      subject: { type: "calendar", id: stateCalendar },
      detail: { days: holidays.map(({ day }) => day) },
    });
  });
}

/** Makes a declared holiday a day like any other again. */
export function removeHoliday(actor: Actor, day: string): Promise<void> {
  return changeCalendar(actor, async () => {
    const removed = await row("delete from holidays where day = $day returning day", { day });
    if (!removed) {
      throw notFound();
    }
    await record(actor, "calendar.holiday-removed", {
      subject: { type: "calendar", id: stateCalendar },
      detail: { day },
    });
  });
}

function changeCalendar(actor: Actor, work: () => Promise<void>): Promise<void> {
  return transaction(async () => {
    calendarPolicy.authorize(actor, "change", stateCalendar);
    await execute("lock table holidays in share row exclusive mode");
    await work();
    await execute("call number_working_days()");
  });
}

const statement = `
  insert into holidays (day, name_en, name_hi, order_number)
  select day, "nameEn", "nameHi", coalesce("orderNumber", '')
  from jsonb_to_recordset($holidays::jsonb)
    as given (day date, "nameEn" text, "nameHi" text, "orderNumber" text)
  on conflict (day) do update
    set name_en = excluded.name_en, name_hi = excluded.name_hi, order_number = excluded.order_number`;
