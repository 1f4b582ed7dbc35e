import { z } from "zod";
import { readPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import { fetchArchives, fetchBackups } from "../../../../backups/restore/fetch-from-second.ts";
import { layFoundations } from "../../../../backups/restore/from-escrow.ts";
import type { RestoreNote } from "../../../../backups/restore/restore-note.ts";
import { RestoreRefused, runRestore } from "../../../../backups/restore/run.ts";
import { words, type Words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";
import { withBackupLock } from "../backup/with-lock.ts";
import { openEscrow } from "../escrow/open-escrow.ts";
import { readShares } from "../escrow/read-shares.ts";
import { keepSecret } from "./keep-secret.ts";
import { momentOf, wishOf, wishOptions } from "./wish.ts";

const options = z.object({
  ...wishOptions,
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
  secondBefore: option(z.string().optional(), {
    hi: "दूसरे सर्वर पर इस समय से पहले की अवस्था लें, जैसे हमले से पहले की",
    en: "Take the second host's state before this moment, such as before an attack",
  }),
  acceptGap: option(z.boolean().default(false), {
    hi: "WAL का अभाव हो तब भी; उसके आगे का काम खो जाएगा",
    en: "Even though WAL is missing; the work after it is lost",
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
    if (call.options.onlyKeys && !call.options.withShares) {
      throw new Halt(exit.usage, keysNeedShares);
    }
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
    tell(note, call);
    return note.differences.length === 0 ? exit.ok : exit.failed;
  } catch (error) {
    if (error instanceof RestoreRefused) {
      throw new Halt(exit.notPermittedHere, refusals[error.reason], { reason: error.message });
    }
    throw error;
  }
}

async function bringFoundations(
  places: BackupPlaces,
  { fromSecond, secondBefore }: z.output<typeof options>,
): Promise<void> {
  const shares = await readShares();
  const before = secondBefore === undefined ? undefined : momentOf(secondBefore);
  if (fromSecond) {
    await fetchArchives(places, before);
  }
  const opened = await openEscrow(places, shares, exit.notPermittedHere);
  try {
    await layFoundations(places, opened, (name, value) => keepSecret(places, name, value));
  } finally {
    await opened.discard();
  }
  if (fromSecond) {
    await fetchBackups(places, before);
  }
}

function tell(note: RestoreNote, { say, warn, answer }: Call<unknown>): void {
  if (note.skipped.length > 0) {
    warn(fellBack, { skipped: note.skipped.join(", "), label: note.label });
  }
  note.differences.forEach((line) => warn(line));
  if (note.lostSeals > 0) {
    warn(lost, { count: note.lostSeals });
  }
  if (note.ordersMended > 0) {
    warn(reindexed, { count: note.ordersMended });
  }
  say(done, { label: note.label, rows: Object.values(note.rows).reduce((a, b) => a + b, 0) });
  say(documents, note.documents);
  if (note.before !== null) {
    say(before, { path: note.before });
  }
  say(next);
  answer({ ...note });
}

const refusals: Readonly<Record<RestoreRefused["reason"], Words>> = {
  live: words({
    hi: "डेटाबेस चल रहा है; चलते कार्यालय के नीचे कुछ नहीं बदला जाता। पहले: secretariat stop; systemctl stop postgresql@15-secretariat ({reason})",
    en: "The database is running; nothing is changed under a living office. First: secretariat stop; systemctl stop postgresql@15-secretariat ({reason})",
  }),
  nothing: words({
    hi: "ऐसा कोई बैकअप नहीं जहाँ से वहाँ तक पहुँचा जा सके। देखें: secretariat restore list ({reason})",
    en: "No backup reaches what is asked for. See: secretariat restore list ({reason})",
  }),
  gap: words({
    hi: "WAL अधूरा है: {reason}। पहले के किसी क्षण तक लौटें, या --accept-gap दें।",
    en: "The WAL is not complete: {reason}. Go back to a moment before, or give --accept-gap.",
  }),
};
const keysNeedShares = words({
  hi: "--only-keys केवल --with-shares के साथ चलता है: कुंजियाँ अधिकारियों के अंशों से ही लौटती हैं।",
  en: "--only-keys goes with --with-shares only: the keys come back from the officers' shares.",
});
const founded = words({
  hi: "कुंजियाँ, गुप्त शब्द और व्यवस्था निक्षेप से लौट आईं",
  en: "Keys, passphrases and settings are back from the escrow",
});
const fellBack = words({
  hi: "दूषित बैकअप छोड़े गए: {skipped}; {label} से लौटाया गया",
  en: "Damaged backups were passed over: {skipped}; restored from {label}",
});
const lost = words({
  hi: "अभिलेख की {count} मुहरबंद पंक्तियाँ नहीं लौटीं: वे इस क्षण के बाद की थीं",
  en: "{count} sealed rows of the record did not come back: they were written after this moment",
});
const reindexed = words({
  hi: "यह सर्वर नाम दूसरे क्रम से लगाता है ({count} क्रम): सारी अनुक्रमणिकाएँ नई बनाई गईं",
  en: "This machine sorts names otherwise ({count} orders): every index was built anew",
});
const done = words({
  hi: "{label} से {rows} पंक्तियाँ लौटीं",
  en: "{rows} rows are back, from {label}",
});
const documents = words({
  hi: "दस्तावेज़ों की {brought} फ़ाइलें लौटीं, {kept} पहले से थीं",
  en: "{brought} files of documents are back, {kept} were there",
});
const before = words({
  hi: "पुराना डेटाबेस यहाँ रखा है: {path}",
  en: "The data before is kept at {path}",
});
const next = words({
  hi: "कार्यालय केवल पढ़ने के लिए खुलेगा। चालू करें, देखें, स्वीकार करें: systemctl start postgresql@15-secretariat; secretariat start; secretariat restore accept",
  en: "The office opens for reading only. Start it, look, accept: systemctl start postgresql@15-secretariat; secretariat start; secretariat restore accept",
});
