import type { Words } from "../words.ts";
import { exit, type ExitCode } from "./exit-codes.ts";

/** Each number in words, for the manual. */
export const exitMeanings: readonly (readonly [ExitCode, Words])[] = [
  [exit.ok, { hi: "पूरा हुआ", en: "done" }],
  [exit.failed, { hi: "असफल", en: "failed" }],
  [exit.usage, { hi: "आदेश समझ में नहीं आया", en: "the command was not understood" }],
  [exit.nothingToDo, { hi: "करने को कुछ नहीं था", en: "nothing to do" }],
  [exit.preflightFailed, { hi: "पूर्व-जाँच असफल", en: "a check before the start failed" }],
  [
    exit.preflightWarned,
    { hi: "पूर्व-जाँच में चेतावनी (--strict)", en: "a check before the start warned (--strict)" },
  ],
  [
    exit.interrupted,
    { hi: "बीच में रुका; वही आदेश आगे बढ़ाता है", en: "interrupted; the same command goes on" },
  ],
  [exit.rolledBack, { hi: "पिछले संस्करण पर लौटा दिया गया", en: "put back to the release before" }],
  [exit.rollbackFailed, { hi: "वापसी असफल", en: "putting back failed" }],
  [exit.backupFailed, { hi: "बैकअप असफल", en: "a backup failed" }],
  [exit.verifyFailed, { hi: "बैकअप की जाँच असफल", en: "verifying a backup failed" }],
  [exit.drillFailed, { hi: "पुनर्स्थापना अभ्यास असफल", en: "the restore drill failed" }],
  [exit.notPermittedHere, { hi: "यहाँ अनुमति नहीं", en: "not permitted here" }],
  [exit.locked, { hi: "दूसरा कार्य चल रहा है", en: "another run holds the lock" }],
];
