import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { pendingSteps } from "../../../database/index.ts";
import { mustRun } from "../../../host/index.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const left = words({ hi: "{count} बदलाव शेष…", en: "{count} steps are left…" });
const finished = words({ hi: "सभी बदलाव पूरे हुए।", en: "Every step was taken." });
const tooLong = words({
  hi: "{count} बदलाव {minutes} मिनट में पूरे नहीं हुए। देखें: journalctl -u secretariat-migrate",
  en: "{count} steps were not finished in {minutes} minutes. See: journalctl -u secretariat-migrate",
});

export const migrationsWait = verb({
  path: ["migrations", "wait"],
  words: {
    hi: "डेटाबेस के शेष बदलाव चलाएँ और पूरे होने तक रुकें",
    en: "Take the steps that are left and wait for their end",
  },
  options: z.object({
    minutes: option(z.coerce.number().positive().default(60), {
      hi: "अधिकतम इतने मिनट रुकें",
      en: "Wait for so many minutes at most",
    }),
  }),
  needsRoot: true,
  async run({ options: { minutes }, say, answer }) {
    const until = Date.now() + minutes * 60_000;
    let pending = await pendingSteps(places.current);
    if (pending.length > 0) {
      await mustRun(["systemctl", "start", "--no-block", "secretariat-migrate.service"]);
    }
    while (pending.length > 0) {
      if (Date.now() > until) {
        throw new Halt(exit.failed, tooLong, { count: pending.length, minutes });
      }
      say(left, { count: pending.length });
      await sleep(2_000);
      pending = await pendingSteps(places.current);
    }
    say(finished);
    answer({ waiting: 0 });
    return exit.ok;
  },
});
