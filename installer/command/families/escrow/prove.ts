import { z } from "zod";
import { proveEscrow, type Proof } from "../../../../backups/escrow/prove.ts";
import { record } from "../../../../backups/figures/record.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { words, type Words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { withBackupLock } from "../backup/with-lock.ts";
import { readShares, sharesRefused } from "./read-shares.ts";

export const escrowProve = verb({
  path: ["escrow", "prove"],
  words: words({
    hi: "अधिकारियों के अंशों से निक्षेप खोलकर दिखाना",
    en: "Show that the officers' shares open the escrow",
  }),
  options: z.object({}),
  needsRoot: true,
  run: ({ say, warn, answer }) => {
    const places = readPlaces();
    return withBackupLock(places, "escrow prove", async () => {
      const proof = await proveEscrow(places, await readShares());
      answer({ ...proof });
      if (!proof.isProven) {
        warn(reasons[proof.reason]);
        return exit.failed;
      }
      await record(places, {});
      say(proven, { archive: proof.archive ?? "–" });
      return exit.ok;
    });
  },
});

const reasons: Readonly<Record<Extract<Proof, { isProven: false }>["reason"], Words>> = {
  "no-escrow": words({
    hi: "निक्षेप नहीं बना है। चलाएँ: secretariat escrow split",
    en: "There is no escrow. Run: secretariat escrow split",
  }),
  shares: sharesRefused,
  test: words({
    hi: "अंश सही हैं, पर परीक्षण फ़ाइल नहीं खुली। नया निक्षेप बनाएँ: secretariat escrow split --anew",
    en: "The shares are right, but the test file does not open. Make a new escrow: secretariat escrow split --anew",
  }),
  signer: words({
    hi: "अंश सही हैं, पर इस सर्वर की हस्ताक्षर-कुंजी वह नहीं जिसे वे पहचानते हैं। नया निक्षेप बनाएँ: secretariat escrow split --anew",
    en: "The shares are right, but this host signs with another key than they know. Make a new escrow: secretariat escrow split --anew",
  }),
  archive: words({
    hi: "अंश सही हैं, पर व्यवस्था-संग्रह नहीं खुला। चलाएँ: secretariat backup run configuration",
    en: "The shares are right, but the archive of the configuration does not open. Run: secretariat backup run configuration",
  }),
};

const proven = words({
  hi: "सिद्ध हुआ: अंशों ने परीक्षण फ़ाइल और संग्रह {archive} खोला",
  en: "Proven: the shares opened the test file and the archive {archive}",
});
