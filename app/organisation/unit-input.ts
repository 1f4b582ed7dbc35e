import { z } from "zod";
import { id, line, words } from "../base/index.ts";
import { unitKindNames } from "./unit.ts";

/** A short name for lists and imports: letters of either script, digits and a few signs. */
export const code = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{M}\p{N}/._:()-]{1,40}$/u,
    words("Use letters, digits and - / . _ without spaces."),
  );

export const OpenUnits = z.strictObject({ q: z.string().max(200).optional() });
export const UnitPath = z.strictObject({ unitId: z.uuid() });

const names = {
  nameEn: line(200),
  nameHi: line(200),
  number: line(20).optional(),
  addressEn: line(300).optional(),
  addressHi: line(300).optional(),
};

export const CreateUnit = z.strictObject({
  unitId: z.uuid(),
  kind: z.enum(unitKindNames, words("Choose the kind of unit.")),
  code,
  ...names,
});

export const RenameUnit = z.strictObject({ unitId: z.uuid(), ...names });

export const AddSubject = z.strictObject({
  unitId: z.uuid(),
  nameEn: line(200),
  nameHi: line(200),
});

export const SubjectPath = z.strictObject({ unitId: z.uuid(), subjectId: z.uuid() });

export const CreateDesignation = z.strictObject({
  code,
  nameEn: line(200),
  nameHi: line(200),
  rank: z.coerce
    .number(words("Write a whole number; 1 is the highest."))
    .int(words("Write a whole number; 1 is the highest."))
    .min(1, words("Write a whole number; 1 is the highest."))
    .max(999, words("Write a whole number; 1 is the highest.")),
  class: line(20).optional(),
});

export const CreatePost = z.strictObject({
  unitId: z.uuid(),
  designationId: id,
  code,
  nameEn: line(200),
  nameHi: line(200),
  marking: line(100),
  reportsToId: id.optional(),
});

export const ChangePost = CreatePost.omit({ unitId: true, designationId: true, code: true }).extend(
  { postId: z.uuid() },
);

export const PostPath = z.strictObject({ postId: z.uuid() });

export const ListPosts = z.strictObject({
  q: z.string().max(200).optional(),
  vacant: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  before: z.string().max(1_000).optional(),
});

export const FindByWords = z.strictObject({ q: z.string().max(200).default("") });
