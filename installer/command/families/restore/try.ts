import { once } from "node:events";
import { z } from "zod";
import { readPlaces } from "../../../../backups/places.ts";
import { tryWish, type Tried } from "../../../../backups/restore/try.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";
import { beforePoint, refusedRestore } from "./tell-restored.ts";
import { wishOf, wishOptions } from "./wish.ts";

export const restoreTry = verb({
  path: ["restore", "try"],
  words: words({
    hi: "किसी क्षण की अवस्था को कार्यालय के बगल में देखना; कार्यालय चलता रहता है, बाद में कुछ नहीं बचता",
    en: "See a moment beside the office, which works on; nothing of it stays",
  }),
  options: z.object({
    ...wishOptions,
    hold: option(z.boolean().default(false), {
      hi: "Enter दबाने तक रखें, ताकि psql से देखा जा सके",
      en: "Keep it until Enter is pressed, so that psql can look into it",
    }),
  }),
  needsRoot: true,
  run: async (call) => {
    const look = (tried: Tried) => show(call, tried, call.options.hold);
    await tryWish(readPlaces(), wishOf(call.options), look).catch((error: unknown) => {
      throw refusedRestore(error);
    });
    return exit.ok;
  },
});

async function show({ say, warn, answer }: Call, tried: Tried, isHeld: boolean): Promise<void> {
  const { label, skipped, isBeforePoint, tables, reach } = tried;
  if (skipped.length > 0) {
    warn(passedOver, { skipped: skipped.join(", ") });
  }
  if (isBeforePoint) {
    warn(beforePoint);
  }
  say(tables.length === 0 ? same : from, { label });
  tables.forEach(({ table, before, now }) => say(line, { table, before, now: now ?? "–" }));
  answer({ label, skipped, isBeforePoint, tables });
  if (isHeld) {
    say(held, { socket: reach.socket, database: reach.database });
    await enterOrBreak();
  }
}

/** A break from the keyboard must end it as Enter does: the cluster has to be stopped and removed. */
async function enterOrBreak(): Promise<void> {
  const { stdin } = process;
  await Promise.race([once(stdin, "data"), once(stdin, "end"), once(process, "SIGINT")]);
  stdin.pause();
}

const passedOver = words({
  hi: "इन बैकअपों से वहाँ तक नहीं पहुँचा जा सका: {skipped}",
  en: "These backups did not lead there: {skipped}",
});
const same = words({
  hi: "{label} से: हर तालिका में उतनी ही पंक्तियाँ जितनी अभी",
  en: "From {label}: every table holds as many rows as now",
});
const from = words({
  hi: "{label} से; पंक्तियाँ तब और अब:",
  en: "From {label}; rows then and now:",
});
const line = words({ hi: "  {table}: {before} → {now}", en: "  {table}: {before} → {now}" });
const held = words({
  hi: "देखें: psql -h {socket} -U postgres {database} · समाप्त करने के लिए Enter",
  en: "Look: psql -h {socket} -U postgres {database} · Enter ends it",
});
