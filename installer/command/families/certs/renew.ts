import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import {
  certificateStates,
  ensureOwnCertificate,
  servedFingerprint,
  tlsWishOf,
} from "../../../certificates/index.ts";
import { act, makeHost } from "../../../host/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { reloadNginx } from "../../../nginx/reload.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { verb } from "../../verb.ts";

/** Run twice a day: renews what has a month left, and sees that nginx serves what lies on the disk. */
export const certsRenew = verb({
  path: ["certs", "renew"],
  words: {
    hi: "अपने प्राधिकारी का प्रमाणपत्र समय रहते नया करें",
    en: "Renew the certificate of our own authority in time",
  },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const site = await siteFrom(places.site, call.language);
    const host = makeHost();
    const wish = tlsWishOf(site);
    if (site.tls.mode === "own-authority") {
      await ensureOwnCertificate(host, wish);
    }
    const [inPlace] = certificateStates(places.tls, wish.now);
    const wanted = inPlace?.fingerprint;
    const served = () => servedFingerprint(site.address, { name: site.name });
    if ((await served()) !== wanted) {
      await act(host, "nginx takes up the certificate", reload);
    }
    if ((await served()) !== wanted) {
      throw new Halt(exit.failed, notServed);
    }
    call.say(host.changes.length === 0 ? nothing : renewed);
    call.answer({ changes: host.changes, certificates: certificateStates(places.tls, wish.now) });
    return exit.ok;
  },
});

async function reload(): Promise<void> {
  await reloadNginx();
  await sleep(1000); // its workers are new after a moment
}

const nothing = words({ hi: "अभी कुछ नहीं करना है।", en: "Nothing is due." });
const renewed = words({
  hi: "प्रमाणपत्र नया किया गया और दिया जा रहा है।",
  en: "The certificate is renewed and served.",
});
const notServed = words({
  hi: "nginx नया प्रमाणपत्र नहीं दे रहा है: journalctl -u nginx देखें।",
  en: "nginx does not serve the certificate in place: see journalctl -u nginx.",
});
