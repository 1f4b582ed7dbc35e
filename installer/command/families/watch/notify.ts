import { z } from "zod";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const address = "http://127.0.0.1:9093/api/v2/alerts";

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
    const labels = { alertname: "UnitFailed", severity: "amber", unit };
    const annotations = { summary: `${unit} failed`, summary_hi: `${unit} विफल` };
    const startsAt = new Date().toISOString();
    const told = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ labels, annotations, startsAt }]),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    if (!told?.ok) {
      warn(untold, { unit });
    }
    return exit.ok;
  },
});

const untold = words({
  hi: "{unit} विफल है; निगरानी को बताया नहीं जा सका।",
  en: "{unit} has failed; the watch could not be told.",
});
