import { join } from "node:path";
import { z } from "zod";
import { ensureRequest, tlsWishOf } from "../../../certificates/index.ts";
import { makeHost } from "../../../host/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const certsCsr = verb({
  path: ["certs", "csr"],
  words: {
    hi: "दूसरे प्राधिकारी के लिए अनुरोध (CSR) बनाएँ",
    en: "Make a request (CSR) for another authority",
  },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const site = await siteFrom(places.site, call.language);
    const request = await ensureRequest(makeHost(), tlsWishOf(site));
    const path = join(places.tls, "request.csr");
    call.say(request.trimEnd());
    call.say(next, { path });
    call.answer({ path, request });
    return exit.ok;
  },
});

const next = words({
  hi: "{path} प्राधिकारी को भेजें; उत्तर आने पर: secretariat certs import CHAIN.pem",
  en: "Send {path} to the authority; when it answers: secretariat certs import CHAIN.pem",
});
