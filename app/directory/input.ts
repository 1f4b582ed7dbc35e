import { z } from "zod";
import { checkbox, listOf } from "../base/index.ts";
import { differenceKinds } from "./sync/difference.ts";

const subject = z.string().min(1).max(200);

export const ListDifferences = z.strictObject({
  kind: z.enum(differenceKinds),
  /** The last person shown. */
  after: subject.optional(),
});

export const TakeOverDifferences = z.strictObject({
  kind: z.enum(differenceKinds).exclude(["conflict"]),
  seen: z.string().max(100),
  subjects: listOf(subject),
  everybody: checkbox,
});
