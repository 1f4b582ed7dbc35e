import { z } from "zod";
import { words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import type { Call } from "../../verb.ts";

const Answer = z.object({
  keys: z.array(z.object({ id: z.string(), contents: z.number(), values: z.number() })),
  added: z.string().optional(),
  taken: z.object({ contents: z.number(), values: z.number() }).optional(),
  retired: z.string().optional(),
});

/** Every key with what only it opens; before that, what was done to them. */
export function tellKeys(
  { say, answer }: Pick<Call<unknown>, "say" | "answer">,
  told: Readonly<Record<string, unknown>>,
): ExitCode {
  const done = Answer.parse(told);
  const { keys, added, taken, retired } = done;
  answer(done);
  if (taken) {
    say(takenUp, taken);
  }
  if (retired !== undefined) {
    say(laidAside, { id: retired });
  }
  for (const key of keys) {
    say(key === keys.at(-1) ? newest : line, key);
  }
  if (added !== undefined) {
    say(inNoBackup, { id: added });
  }
  return exit.ok;
}

/** Every envelope is written anew: a day is enough for millions of documents on a slow disk. */
export const longEnough = 86_400;

const line = words({
  hi: "  {id}: {contents} दस्तावेज़ और {values} निजी मान केवल इसी से खुलते हैं",
  en: "  {id}: {contents} documents and {values} private values open with it alone",
});
const newest = words({
  hi: "  {id}: {contents} दस्तावेज़ और {values} निजी मान केवल इसी से खुलते हैं; नया सब इसी से मुहरबंद होता है",
  en: "  {id}: {contents} documents and {values} private values open with it alone; it seals all that is new",
});
const takenUp = words({
  hi: "{contents} दस्तावेज़ और {values} निजी मान सबसे नई कुंजी के अधीन लाए गए।",
  en: "{contents} documents and {values} private values were brought under the newest key.",
});
const laidAside = words({
  hi: "कुंजी {id} की अब आवश्यकता नहीं है। जिन बैकअपों को वह चाहिए, उनके रहते उसकी फ़ाइल रखें।",
  en: "The key {id} is not needed any more. Keep its file as long as there are backups that need it.",
});
const inNoBackup = words({
  hi: "कुंजी {id} अभी किसी बैकअप में नहीं है। अभी चलाएँ: secretariat backup run",
  en: "The key {id} is in no backup yet. Run now: secretariat backup run",
});
