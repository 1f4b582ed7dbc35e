import { definePolicy } from "../base/index.ts";

/** Holidays are declared for the whole state; only administrators write them down. */
export const calendarPolicy = definePolicy({
  change: (actor, _calendar: string) => actor.roles.has("administrator"),
});

/** The one calendar of the state, as events name it. */
export const stateCalendar = "00000000-0000-7000-8000-000000000001";
