import { z } from "zod";
import {
  certificateStates,
  judgeInPlace,
  servedFingerprint,
  tlsWishOf,
} from "../../../certificates/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const certsStatus = verb({
  path: ["certs", "status"],
  words: {
    hi: "प्रमाणपत्र कब तक मान्य हैं, और वही दिए जा रहे हैं या नहीं",
    en: "How long certificates last, and whether the same are served",
  },
  options: z.object({}),
  async run(call) {
    const site = await siteFrom(places.site, call.language);
    const states = certificateStates(places.tls, new Date());
    const served = await servedFingerprint(site.address, { name: site.name });
    const isServed = states[0] !== undefined && states[0].fingerprint === served;
    const refusals = judgeInPlace(tlsWishOf(site));
    for (const { file, subject, until, daysLeft, fingerprint } of states) {
      call.say(line, { file, subject, until: until.slice(0, 10), daysLeft });
      call.say(`  SHA-256 ${fingerprint}`);
    }
    call.say(isServed ? same : other);
    refusals.forEach((refusal) => call.say(refusal));
    call.answer({ certificates: states, served: served ?? null, isServed, refusals });
    return isServed && refusals.length === 0 ? exit.ok : exit.failed;
  },
});

const line = words({
  hi: "{file}: {subject}, {until} तक ({daysLeft} दिन)",
  en: "{file}: {subject}, until {until} ({daysLeft} days)",
});
const same = words({
  hi: "nginx यही प्रमाणपत्र दे रहा है।",
  en: "nginx serves this certificate.",
});
const other = words({
  hi: "nginx यह प्रमाणपत्र नहीं दे रहा है: secretariat certs renew चलाएँ।",
  en: "nginx does not serve this certificate: run secretariat certs renew.",
});
