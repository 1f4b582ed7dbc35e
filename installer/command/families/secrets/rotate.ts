import { z } from "zod";
import { rotatable, rotateSecret } from "../../../secrets/rotate/rotate-secret.ts";
import { makeHost } from "../../../host/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { verb } from "../../verb.ts";

export const secretsRotate = verb({
  path: ["secrets", "rotate"],
  words: {
    hi: "पासवर्ड बदलें: database या redis; कार्यालय चलता रहता है",
    en: "Change a password: database or redis; the office goes on working",
  },
  options: z.object({}),
  positionals: [{ name: "WHAT", words: { hi: "database या redis", en: "database or redis" } }],
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const what = rotatable.find((one) => one === call.positionals[0]);
    if (!what) {
      throw new Halt(exit.usage, unknown, { known: rotatable.join(", ") });
    }
    const host = makeHost();
    const site = await siteFrom(places.site, call.language);
    await rotateSecret(host, { what, site });
    call.say(done, { what });
    call.answer({ rotated: what, changes: host.changes });
    return exit.ok;
  },
});

const unknown = words({
  hi: "इनमें से एक दें: {known}। निक्षेप की कुंजी ऐसे बदलती है: secretariat escrow split --anew",
  en: "Give one of: {known}. The key of the escrow changes by: secretariat escrow split --anew",
});
const done = words({
  hi: "{what} का पासवर्ड बदल गया और सब प्रक्रियाएँ नए पासवर्ड से चल रही हैं।",
  en: "The password of {what} is changed and every process runs with the new one.",
});
