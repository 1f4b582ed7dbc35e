import { z } from "zod";
import { checkbox, day, line, words } from "../base/index.ts";

export const OpenTemplate = z.strictObject({ purpose: line(40) });

export const SetTemplate = z.strictObject({
  purpose: line(40),
  /** The code of the unit it is for; for the whole state where there is none. */
  unitCode: line(60).optional(),
  template: line(120),
  year: z.enum(["calendar", "financial"], words("Choose one of the values offered.")),
  fromOn: day,
  orderNumber: line(100).optional(),
  orderOn: day.optional(),
  /** Show the next number and save nothing. */
  preview: checkbox,
});

export type TemplateInput = Omit<z.infer<typeof SetTemplate>, "preview">;
