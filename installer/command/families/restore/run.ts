import { z } from "zod";
import { readPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import { fetchArchives, fetchBackups } from "../../../../backups/restore/fetch-from-second.ts";
import { layFoundations } from "../../../../backups/restore/from-escrow.ts";
import { isAsWished } from "../../../../backups/restore/restore-note.ts";
import { runRestore } from "../../../../backups/restore/run.ts";
import { words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";
import { withBackupLock } from "../backup/with-lock.ts";
import { openEscrow } from "../escrow/open-escrow.ts";
import { readShares } from "../escrow/read-shares.ts";
import { keepSecret } from "./keep-secret.ts";
import { tellRedis } from "./tell-redis.ts";
import { refusedRestore, tellRestored } from "./tell-restored.ts";
import { restoringOptions, secondBeforeOf, wishOf, wishOptions } from "./wish.ts";

const options = z.object({
  ...wishOptions,
  ...restoringOptions,
  withShares: option(z.boolean().default(false), {
    hi: "कुंजियाँ और गुप्त शब्द भी निक्षेप से लौटाएँ; अंश मानक इनपुट से",
    en: "Bring keys and passphrases back from the escrow too; shares on standard input",
  }),
  onlyKeys: option(z.boolean().default(false), {
    hi: "केवल कुंजियाँ और गुप्त शब्द लौटाएँ; डेटाबेस को न छुएँ (--with-shares के साथ)",
    en: "Bring keys and passphrases back and leave the database alone (with --with-shares)",
  }),
  fromSecond: option(z.boolean().default(false), {
    hi: "पहले बैकअप को दूसरे सर्वर से यहाँ लाएँ (--with-shares के साथ)",
    en: "First bring the backups here from the second host (with --with-shares)",
  }),
});

export const restoreRun = verb({
  path: ["restore", "run"],
  words: words({
    hi: "बैकअप से लौटाना; उसके बाद समीक्षा तक केवल पढ़ा जा सकता है",
    en: "Restore from the backups; afterwards the office is only read until it is accepted",
  }),
  options,
  needsRoot: true,
  run: (call) => {
    const { withShares, onlyKeys, fromSecond } = call.options;
    if ((onlyKeys || fromSecond) && !withShares) {
      throw new Halt(exit.usage, needsShares);
    }
    secondBeforeOf(call.options);
    const places = readPlaces();
    return withBackupLock(places, "restore run", () => restore(places, call));
  },
});

async function restore(
  places: BackupPlaces,
  call: Call<z.output<typeof options>>,
): Promise<ExitCode> {
  const { withShares, acceptGap, onlyKeys } = call.options;
  const wish = wishOf(call.options);
  if (withShares) {
    await bringFoundations(places, call.options);
    call.say(founded);
  }
  if (onlyKeys) {
    return exit.ok;
  }
  try {
    const note = await runRestore(places, { wish, acceptGap, say: (line) => call.warn(line) });
    tellRestored(note, call);
    call.say(next);
    return isAsWished(note) ? exit.ok : exit.failed;
  } catch (error) {
    throw refusedRestore(error);
  }
}

async function bringFoundations(
  places: BackupPlaces,
  asked: z.output<typeof options>,
): Promise<void> {
  const { fromSecond } = asked;
  const before = secondBeforeOf(asked);
  const shares = await readShares();
  if (fromSecond) {
    await fetchArchives(places, before);
  }
  const opened = await openEscrow(places, shares, exit.notPermittedHere);
  try {
    await layFoundations(places, opened, (name, value) => keepSecret(places, name, value));
    await tellRedis(places);
  } finally {
    await opened.discard();
  }
  if (fromSecond) {
    await fetchBackups(places, before);
  }
}

const needsShares = words({
  hi: "--only-keys और --from-second केवल --with-shares के साथ चलते हैं: कुंजियाँ अधिकारियों के अंशों से ही लौटती हैं।",
  en: "--only-keys and --from-second go with --with-shares only: the keys come back from the officers' shares.",
});
const founded = words({
  hi: "कुंजियाँ, गुप्त शब्द और व्यवस्था निक्षेप से लौट आईं",
  en: "Keys, passphrases and settings are back from the escrow",
});
const next = words({
  hi: "कार्यालय केवल पढ़ने के लिए खुलेगा। चालू करें, देखें, स्वीकार करें: systemctl start postgresql@15-secretariat; secretariat start; secretariat restore accept",
  en: "The office opens for reading only. Start it, look, accept: systemctl start postgresql@15-secretariat; secretariat start; secretariat restore accept",
});
