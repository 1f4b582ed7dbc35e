import { z } from "zod";
import { timeOf } from "../../../watching/helpdesk/times.ts";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { verb, type Call } from "../../verb.ts";

const Parked = z.object({
  job: z.string(),
  count: z.number(),
  since: z.iso.datetime(),
  isKnown: z.boolean(),
});

export const deliveriesList = verb({
  path: ["deliveries", "list"],
  words: words({
    hi: "वह काम जो बार-बार विफल होकर रुक गया, और कब से",
    en: "Work that was given up after its last attempt, and since when",
  }),
  options: z.object({}),
  needsRoot: true,
  async run(call) {
    const parked = parkedIn(await askProduct("deliveries", ["list"]));
    call.answer({ parked });
    tellParked(call, parked);
    return exit.ok;
  },
});

export function parkedIn(
  told: Readonly<Record<string, unknown>>,
): readonly z.infer<typeof Parked>[] {
  return z.array(Parked).parse(told["parked"]);
}

export function tellParked({ say }: Call<unknown>, parked: ReturnType<typeof parkedIn>): void {
  for (const { job, count, since, isKnown } of parked) {
    say(isKnown ? line : strange, {
      job,
      count,
      since: timeOf(new Date(since)),
    });
  }
  if (parked.length === 0) {
    say(none);
  }
}

const line = words({ hi: "  {job}: {count}, {since} से", en: "  {job}: {count}, since {since}" });
const strange = words({
  hi: "  {job}: {count}, {since} से; इस संस्करण में इसका करने वाला कोई नहीं, दूसरे में हो सकता है",
  en: "  {job}: {count}, since {since}; nothing in this release does it, another may",
});
const none = words({
  hi: "रुका हुआ कोई काम नहीं है।",
  en: "No work was given up.",
});
