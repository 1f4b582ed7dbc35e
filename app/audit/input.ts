import { z } from "zod";
import { day, id } from "../base/index.ts";

export const ReadRecord = z.strictObject({
  /** Formal number, or part of one, of the item. */
  number: z.string().trim().max(100).optional(),
  /** Name of the person, in either script, or the employee code. */
  person: z.string().trim().max(100).optional(),
  action: z.string().trim().max(60).optional(),
  from: day.optional(),
  until: day.optional(),
  /** Keyset: the event from which to go on to older ones. */
  before: id.optional(),
});

export type RecordQuestion = typeof ReadRecord._output;
