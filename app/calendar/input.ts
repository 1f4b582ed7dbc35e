import { z } from "zod";
import { day, line, words } from "../base/index.ts";

/** The years for which working days are numbered. */
const numbered = day.refine(
  (given) => given >= "2015-01-01" && given <= "2045-12-31",
  words("Choose a day from 2015 to 2045."),
);

export const OpenCalendar = z.strictObject({
  year: z.coerce.number().int().min(2015).max(2045).optional(),
});

export const DeclareHoliday = z.strictObject({
  day: numbered,
  nameEn: line(100),
  nameHi: line(100),
  orderNumber: line(100).optional(),
});

export const RemoveHoliday = z.strictObject({ day: numbered });
