import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ensureServed, importCertificate, tlsWishOf, wireOf } from "../../../certificates/index.ts";
import { makeHost } from "../../../host/index.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { notServed } from "./not-served.ts";

const options = z.object({
  key: option(z.string().optional(), {
    hi: "कुंजी की फ़ाइल; न देने पर CSR के समय बनी कुंजी",
    en: "The key's file; left out: the key made with the request",
  }),
});

/** Judges the whole chain first: what would be refused by a browser is refused here. */
export const certsImport = verb({
  path: ["certs", "import"],
  words: {
    hi: "प्राधिकारी से आई प्रमाणपत्र शृंखला लगाएँ",
    en: "Put in place the chain an authority sent",
  },
  options,
  positionals: [
    {
      name: "CHAIN",
      words: {
        hi: "PEM फ़ाइल: पहले सर्वर का प्रमाणपत्र, फिर जारीकर्ता",
        en: "PEM file: the server's certificate first, then its issuers",
      },
    },
  ],
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const site = await siteFrom(places.site, call.language);
    const chain = await readFile(call.positionals[0] ?? "", "utf8");
    const { key: path } = call.options;
    const key = path === undefined ? undefined : await readFile(path, "utf8");
    const host = makeHost();
    const refusals = await importCertificate(host, { ...tlsWishOf(site), chain, key });
    if (refusals.length > 0) {
      call.warn(refused);
      refusals.forEach((refusal) => call.warn(refusal));
      call.answer({ refusals });
      return exit.failed;
    }
    if (!(await ensureServed(host, wireOf(site), host.changes.length > 0))) {
      throw new Halt(exit.failed, notServed);
    }
    call.say(site.tls.mode === "imported" ? inPlace : modeNeeded);
    call.answer({ changes: host.changes });
    return exit.ok;
  },
});

const refused = words({
  hi: "प्रमाणपत्र नहीं लगाया गया:",
  en: "The certificate was not put in place:",
});
const inPlace = words({ hi: "प्रमाणपत्र लग गया।", en: "The certificate is in place." });
const modeNeeded = words({
  hi: "प्रमाणपत्र लग गया। site.yml में tls.mode: imported लिखें, अन्यथा अगला reconfigure अपना प्रमाणपत्र वापस लगा देगा।",
  en: "The certificate is in place. Write tls.mode: imported in site.yml, or the next reconfigure puts our own back.",
});
