import { hasRole, words, type Module } from "../base/index.ts";
import { routes } from "./routes.tsx";

export { listHolidays, type Holiday } from "./holidays.ts";
export { removeHoliday, setHolidays } from "./set-holidays.ts";
export { addWorkingDays, isWorkingDay } from "./working-days.ts";

export const calendar: Module = {
  name: "calendar",
  routes,
  sections: [
    {
      label: words("Holidays"),
      href: "/calendar",
      icon: "office",
      order: 85,
      allow: hasRole("administrator"),
    },
  ],
};
