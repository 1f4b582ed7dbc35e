import { z } from "zod";
import { day, id, line, listOf, words } from "../base/index.ts";
import { chosenModes, dispatchStates, modeNames, type DispatchState, type Mode } from "./modes.ts";

const chooseOne = words("Choose one of the values offered.");
const [firstMode = "by_hand", ...otherModes] = chosenModes;

function amount(maximum: number) {
  return z.coerce
    .number(words("Write a number."))
    .min(0, words("Write a number that is not below zero."))
    .max(maximum, words("This number is too large."))
    .optional();
}

const particulars = {
  mode: z.enum([firstMode, ...otherModes] as [Mode, ...Mode[]], words("Choose how it goes.")),
  trackingNumber: line(60).optional(),
  weightGrams: amount(100_000).pipe(z.number().int(words("Write a whole number.")).optional()),
  /** Postage in rupees. */
  charge: amount(100_000),
} as const;

export const OneDispatch = z.strictObject({ id });
export const DispatchOne = z.strictObject({ id, ...particulars });
export type DispatchInput = z.input<typeof DispatchOne>;

const ids = listOf(id, 100).refine(
  (given) => given.length > 0,
  words("Choose at least one addressee."),
);
export const HandOver = z.strictObject({ id, ids });
export const OpenSeveral = z.strictObject({ ids });
export const DispatchSeveral = z.strictObject({ ids, ...particulars });

export const Deliver = z.strictObject({ id, deliveredOn: day.optional() });
export const ComeBack = z.strictObject({ id, returnedOn: day.optional(), returnReason: line(300) });
export const OneLetter = z.strictObject({ id });

const states = Object.keys(dispatchStates) as [DispatchState, ...DispatchState[]];
const blank = z.literal("").transform(() => undefined);
function filter<Schema extends z.ZodType>(schema: Schema) {
  return z.union([blank, schema]).optional();
}

const outward = {
  from: filter(day),
  until: filter(day),
  mode: filter(z.enum(modeNames, chooseOne)),
  state: filter(z.enum(states, chooseOne)),
  q: filter(line(100)),
};
export const ListOutward = z.strictObject({ ...outward, before: filter(id) });
export const ExportOutward = z.strictObject(outward);
export type OutwardQuestion = z.infer<typeof ListOutward>;

export const ListQueue = z.strictObject({ before: filter(id) });
