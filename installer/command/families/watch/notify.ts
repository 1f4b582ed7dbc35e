import { z } from "zod";
import { tellAlertmanager } from "../../../watching/tell-alertmanager.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

/** Tells Alertmanager at once; the figures tell it again within a minute, so a watch that is down loses nothing. */
export const notify = verb({
  path: ["notify"],
  words: words({
    hi: "विफल इकाई की सूचना देना (systemd इसे चलाता है)",
    en: "Tell of a unit that failed (systemd runs this)",
  }),
  options: z.object({}),
  positionals: [{ name: "UNIT", words: words({ hi: "विफल इकाई", en: "The unit that failed" }) }],
  run: async ({ positionals, warn }) => {
    const [unit = ""] = positionals;
    const summary = { hi: `${unit} विफल`, en: `${unit} failed` };
    const isTold = await tellAlertmanager({
      name: "UnitFailed",
      labels: { unit },
      summary,
      minutes: 5,
    });
    if (!isTold) {
      warn(untold, { unit });
    }
    return exit.ok;
  },
});

const untold = words({
  hi: "{unit} विफल है; निगरानी को बताया नहीं जा सका।",
  en: "{unit} has failed; the watch could not be told.",
});
