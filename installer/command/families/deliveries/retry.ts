import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import { verb, type Call } from "../../verb.ts";
import { parkedIn, tellParked } from "./list.ts";

export const deliveriesRetry = verb({
  path: ["deliveries", "retry"],
  words: words({
    hi: "रुके हुए काम को फिर से करवाना; कारण पहले दूर करें (secretariat logs worker)",
    en: "Have work that was given up tried anew; mend the cause first (secretariat logs worker)",
  }),
  options: z.object({}),
  positionals: [
    {
      name: "JOB",
      optional: true,
      words: words({
        hi: "केवल यह काम, जैसा secretariat deliveries list बताता है; नहीं तो सब",
        en: "Only this one, as secretariat deliveries list calls it; else all",
      }),
    },
  ],
  needsRoot: true,
  run: async (call) =>
    tellRetried(call, await askProduct("deliveries", ["retry", ...call.positionals])),
});

export function tellRetried(
  call: Call<unknown>,
  told: Readonly<Record<string, unknown>>,
): ExitCode {
  const retried = z.number().parse(told["retried"]);
  const parked = parkedIn(told);
  call.answer({ retried, parked });
  call.say(retried > 0 ? tried : nothing, { count: retried });
  if (parked.length > 0) {
    tellParked(call, parked);
  }
  return retried > 0 ? exit.ok : exit.nothingToDo;
}

const tried = words({
  hi: "{count} काम अभी फिर से किए जाएँगे। जो फिर विफल हुए, वे घंटे भर के भीतर फिर रुक जाएँगे।",
  en: "{count} are tried anew from now on. What fails again is given up again within about an hour.",
});
const nothing = words({
  hi: "फिर से करवाने योग्य कोई रुका हुआ काम नहीं है।",
  en: "There is nothing given up that could be tried anew.",
});
