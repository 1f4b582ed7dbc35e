import { certificateStates } from "../certificates/index.ts";
import type { Call } from "../command/verb.ts";
import { isEscrowProven } from "../escrow-proven.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";

export interface Ending {
  readonly site: Site;
  readonly changes: number;
  readonly seconds: number;
  readonly log: string;
  readonly administrator?: { readonly login: string; readonly password: string };
}

/** The last page: where to go, whom to trust, who comes in first, and what is still to be done. */
export function showEndPage(call: Call, ending: Ending): void {
  const { site, changes, seconds, log, administrator } = ending;
  const [server] = certificateStates(places.tls, new Date());
  const [url, fingerprint] = [`https://${site.name}`, server?.fingerprint ?? ""];
  call.say("");
  call.say(changes === 0 ? nothing : done, { changes, seconds });
  call.say(address, { url });
  call.say(certificate, { fingerprint });
  if (administrator) {
    call.say(firstIn, administrator);
  }
  if (!isEscrowProven()) {
    call.say(degraded);
  }
  call.say(logLine, { log });
  call.answer({ url, fingerprint, changes, seconds, log, administrator, degraded: degradations() });
}

/** Why the installation is not yet what it must be. */
export function degradations(): readonly string[] {
  return isEscrowProven() ? [] : ["escrow not proven"];
}

const done = words({
  hi: "स्थापना पूरी हुई: {changes} परिवर्तन, {seconds} सेकंड",
  en: "Installed: {changes} changes in {seconds} s",
});
const nothing = words({
  hi: "सब कुछ यथास्थान है: 0 परिवर्तन, {seconds} सेकंड",
  en: "Everything is as it should be: 0 changes, {seconds} s",
});
const address = words({ hi: "  पता            {url}", en: "  Address        {url}" });
const certificate = words({
  hi: "  प्रमाणपत्र SHA-256 {fingerprint}",
  en: "  Certificate SHA-256 {fingerprint}",
});
const firstIn = words({
  hi: "  पहला प्रशासक    {login}\n  एक बार का पासवर्ड {password}\n  यह फिर कभी नहीं दिखेगा। पहली बार प्रवेश पर बदलना होगा।",
  en: "  First administrator   {login}\n  One-time password     {password}\n  It is never shown again and must be changed at the first sign-in.",
});
const degraded = words({
  hi: "  स्थिति         DEGRADED: कुंजी-निक्षेप (escrow) प्रमाणित नहीं है।\n                 अगला काम: secretariat escrow split, फिर secretariat escrow prove; तब तक कोई कार्यालय नहीं जोड़ा जा सकता।",
  en: "  State          DEGRADED: escrow not proven.\n                 Next: secretariat escrow split, then secretariat escrow prove; until then no office can be added.",
});
const logLine = words({ hi: "  लॉग            {log}", en: "  Log            {log}" });
