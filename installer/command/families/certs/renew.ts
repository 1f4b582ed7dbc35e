import { z } from "zod";
import {
  certificateStates,
  ensureOwnCertificate,
  ensureServed,
  tlsWishOf,
  wireOf,
} from "../../../certificates/index.ts";
import { makeHost } from "../../../host/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { verb } from "../../verb.ts";
import { notServed } from "./not-served.ts";

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
    if (!(await ensureServed(host, wireOf(site)))) {
      throw new Halt(exit.failed, notServed);
    }
    call.say(host.changes.length === 0 ? nothing : renewed);
    call.answer({ changes: host.changes, certificates: certificateStates(places.tls, wish.now) });
    return exit.ok;
  },
});

const nothing = words({ hi: "अभी कुछ नहीं करना है।", en: "Nothing is due." });
const renewed = words({
  hi: "प्रमाणपत्र नया किया गया और दिया जा रहा है।",
  en: "The certificate is renewed and served.",
});
