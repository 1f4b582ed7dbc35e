import { z } from "zod";
import { day, id, line, words } from "../base/index.ts";
import { boundRoles } from "./role-words.ts";

const orderNumber = line(100);

export const AddRange = z.strictObject({
  range: line(60),
  label: line(120),
  officeCode: line(60).optional(),
  fromOn: day,
  untilOn: day.optional(),
  orderNumber,
});

export const EndRecord = z.strictObject({ id, untilOn: day });

export const AddRule = z.strictObject({
  role: z.enum(Object.keys(boundRoles)).optional(),
  officeCode: line(60).optional(),
  rangeId: z.uuid(words("Choose the range.")),
  fromOn: day,
  untilOn: day.optional(),
  orderNumber,
});

export const SetDoor = z.strictObject({
  closed: z.enum(["true", "false"]).transform((value) => value === "true"),
  elsewhere: z.enum(["allow", "refuse"]),
  orderNumber,
});
