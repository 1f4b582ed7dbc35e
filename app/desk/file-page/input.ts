import { z } from "zod";
import { checkbox, id } from "../../base/index.ts";

const place = z.coerce.number().int().min(1).max(999_999).optional();

export const OpenFilePage = z.strictObject({
  fileId: id,
  tab: z.enum(["notes", "movement", "details"]).default("notes"),
  /** A page of the correspondence, or a paper by its id, to open beside the notes. */
  page: place,
  paper: id.optional(),
  /** A paragraph that must stand in the sheet, however old. */
  paragraph: place,
  /** The whole sheet, not only its end. */
  all: checkbox,
});

export type FilePageQuestion = z.infer<typeof OpenFilePage>;
export type FileTab = FilePageQuestion["tab"];
