import type { RestoreNote } from "../../../../backups/restore/restore-note.ts";
import { RestoreRefused } from "../../../../backups/restore/run.ts";
import { words, type Words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import type { Call } from "../../verb.ts";

/** What came back, what was passed over, and what did not come back. */
export function tellRestored(note: RestoreNote, { say, warn, answer }: Call): void {
  if (note.skipped.length > 0) {
    warn(fellBack, { skipped: note.skipped.join(", "), label: note.label });
  }
  if (note.isBeforePoint) {
    warn(beforePoint);
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
  answer({ ...note });
}

/** The same error in words for the administrator, where it is a refusal. */
export function refusedRestore(error: unknown): unknown {
  return error instanceof RestoreRefused
    ? new Halt(exit.notPermittedHere, refusals[error.reason], { reason: error.message })
    : error;
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
const fellBack = words({
  hi: "दूषित बैकअप छोड़े गए: {skipped}; {label} से लौटाया गया",
  en: "Damaged backups were passed over: {skipped}; restored from {label}",
});
/** Of a plan as well: nobody shall learn it only afterwards. */
export const beforePoint = words({
  hi: "इस सेट के बैकअप के बाद का WAL अब नहीं है: सेट उस क्षण का आता है जब उसका बैकअप पूरा हुआ, पंक्तियाँ गिने जाने से कुछ क्षण पहले; बीच में जो लिखा गया वह भिन्न होगा",
  en: "The WAL after this set's backup is no longer there: the set comes back as of the end of its backup, moments before its rows were counted; what was written in between differs",
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
