import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { mustRun } from "../../../host/index.ts";
import { places } from "../../../places.ts";
import { readSite } from "../../../site/index.ts";
import { processesOf } from "../../../steps/services.ts";
import { untilReady } from "../../../steps/until-ready.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const ready = words({ hi: "✓ {unit}", en: "✓ {unit}" });
const stopped = words({
  hi: "वेब और वर्कर रोके गए; डेटाबेस चालू है। फिर चालू करें: secretariat start",
  en: "Web and workers are stopped; the database runs on. To start them: secretariat start",
});

async function processes() {
  return processesOf(await readSite(places.site));
}

export const start = verb({
  path: ["start"],
  words: { hi: "वेब और वर्कर चालू करें", en: "Start web and workers" },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run({ say, answer }) {
    const all = await processes();
    await mustRun(["systemctl", "start", "secretariat.target", ...all.map(({ unit }) => unit)]);
    for (const { unit, port } of all) {
      await untilReady(unit, port);
      say(ready, { unit });
    }
    answer({ started: all.map(({ unit }) => unit) });
    return exit.ok;
  },
});

export const stop = verb({
  path: ["stop"],
  words: {
    hi: "वेब और वर्कर रोकें; चल रहा काम पूरा होता है",
    en: "Stop web and workers; what is under way is ended well",
  },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run({ say, answer }) {
    await mustRun(["systemctl", "stop", "secretariat.target"]);
    say(stopped);
    answer({ stopped: true });
    return exit.ok;
  },
});

export const restart = verb({
  path: ["restart"],
  words: {
    hi: "एक-एक करके फिर प्रारंभ करें; सेवा बंद नहीं होती",
    en: "Start each again, one after the other; the service goes on",
  },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run({ say, answer }) {
    const all = await processes();
    for (const { unit, port } of all) {
      await mustRun(["systemctl", "restart", unit]);
      await untilReady(unit, port);
      await sleep(1_000); // nginx asks it again before the next one goes
      say(ready, { unit });
    }
    answer({ restarted: all.map(({ unit }) => unit) });
    return exit.ok;
  },
});
