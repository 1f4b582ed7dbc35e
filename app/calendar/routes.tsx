import {
  done,
  formatDate,
  get,
  hasRole,
  now,
  post,
  type Route,
  t,
  today,
  view,
} from "../base/index.ts";
import { listHolidays } from "./holidays.ts";
import { DeclareHoliday, OpenCalendar, RemoveHoliday } from "./input.ts";
import { CalendarPage } from "./pages/calendar-page.tsx";
import { removeHoliday, setHolidays } from "./set-holidays.ts";

const administrators = hasRole("administrator");

export const routes: readonly Route[] = [
  get(
    "/calendar",
    { input: OpenCalendar, allow: administrators, summary: "The holidays of a year" },
    async ({ input, form }) => {
      const year = input.year ?? Number(today(now()).slice(0, 4));
      return view(t("Holidays"), CalendarPage, { year, holidays: await listHolidays(year), form });
    },
  ),

  post(
    "/calendar/holidays",
    {
      input: DeclareHoliday,
      allow: administrators,
      summary: "Declare a holiday",
      form: "/calendar",
    },
    async ({ actor, input }) => {
      await setHolidays(actor, [input]);
      return done(`/calendar?year=${input.day.slice(0, 4)}`, input, {
        flash: t("{date} is a holiday now.", { date: formatDate(input.day) }),
      });
    },
  ),

  post(
    "/calendar/holidays/:day/removal",
    { input: RemoveHoliday, allow: administrators, summary: "Make a holiday a working day again" },
    async ({ actor, input }) => {
      await removeHoliday(actor, input.day);
      return done(`/calendar?year=${input.day.slice(0, 4)}`, input, {
        flash: t("{date} is not a holiday any more.", { date: formatDate(input.day) }),
      });
    },
  ),
];
