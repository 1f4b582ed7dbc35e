import { z } from "zod";
import { words } from "../words.ts";
import { isUploadedFile, type UploadedFile } from "./uploaded-file.ts";

/** Pieces of schemas that many forms share. Browsers send blank fields; `readBody` drops them. */
export const id = z.uuid(words("Choose from the list."));

/** One or several: a form sends a lone value where a list has one member. */
export function listOf<Schema extends z.ZodType>(member: Schema, maximum = 200) {
  return z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(member).max(maximum, words("Choose fewer.")),
    )
    .default([]);
}

/** Text of one line: trimmed, in one normal form, no control characters and no half characters. */
export function line(maximum: number) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(1, words("Fill this in."))
        .max(maximum, words("Write {maximum} characters or fewer."))
        .refine(hasNoControls, words("Remove the characters that cannot be printed.")),
    );
}

/** Text of several lines. */
export function text(maximum: number) {
  return z
    .string()
    .transform((given) => given.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(maximum, words("Write {maximum} characters or fewer."))
        .refine(
          (given) => hasNoControls(given.replace(/[\n\t]/g, "")),
          words("Remove the characters that cannot be printed."),
        ),
    );
}

const noDate = words("Write the date as day, month and year.");

/** A day as `yyyy-mm-dd`; the year 0 is none, and what has fewer than four digits is a slip of the hand. */
export const day = z.iso.date(noDate).refine((given) => given >= "1000-01-01", noDate);

/** A whole number as the database keeps it: versions, revisions, places in a list. */
export const wholeNumber = z.coerce.number().int().min(0).max(2_147_483_647);

export const checkbox = z
  .union([z.boolean(), z.enum(["true", "on", "false"]).transform((value) => value !== "false")])
  .default(false);

/** Files that came as parts of the form; nothing else passes for one. */
export const files = z
  .array(z.custom<UploadedFile>(isUploadedFile, words("Choose the file itself.")))
  .default([]);

/** Nothing at all: for routes that read only who asks. */
export const nothing = z.strictObject({});

function hasNoControls(given: string): boolean {
  return !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(given);
}
