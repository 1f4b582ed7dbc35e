import { z } from "zod";
import { day, id, languages, line, words } from "../base/index.ts";
import { chargeKindNames } from "./charge.ts";
import { genderNames, salutationNames } from "./employee.ts";
import { code } from "./unit-input.ts";

export const ListPeople = z.strictObject({
  q: z.string().max(200).optional(),
  before: z.string().max(1_000).optional(),
});

export const PersonPath = z.strictObject({ employeeId: z.uuid() });

const particulars = {
  salutation: z.enum(salutationNames, words("Choose the form of address.")),
  nameEn: line(200),
  nameHi: line(200),
  gender: z.enum(genderNames, words("Choose the gender.")),
  bornOn: day,
  joinedOn: day,
  email: z.email(words("This is not an e-mail address.")).max(200),
  mobile: z
    .string()
    .transform((text) => text.replace(/[\s()-]/g, "").replace(/^(\+91|0091|0)(?=\d{10}$)/, ""))
    .pipe(
      z
        .string()
        .regex(
          /^[6-9]\d{9}$/,
          words("A mobile number has ten digits and begins with 6, 7, 8 or 9."),
        ),
    ),
  designationId: id.optional(),
  class: line(20).optional(),
};

export const RegisterEmployee = z.strictObject({
  code,
  ...particulars,
  language: z.enum(languages).optional(),
});

export const ChangeEmployee = z.strictObject({ employeeId: z.uuid(), ...particulars });

const order = {
  orderNumber: line(100),
  orderOn: day.optional(),
};

export const AssignCharge = z.strictObject({
  postId: z.uuid(),
  employeeId: id,
  kind: z.enum(chargeKindNames, words("Choose how the post is held.")),
  fromOn: day,
  untilOn: day.optional(),
  ...order,
});

export const HandOverCharge = z.strictObject({
  postId: z.uuid(),
  employeeId: id,
  kind: z.enum(["substantive", "additional"], words("Choose how the post is held.")),
  fromOn: day,
  ...order,
});

export const ChargePath = z.strictObject({ chargeId: z.uuid() });
export const EndCharge = z.strictObject({ chargeId: z.uuid(), untilOn: day });
