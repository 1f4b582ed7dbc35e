import ipaddr from "ipaddr.js";
import { isIP } from "node:net";
import { z } from "zod";
import { words, type Words } from "../words.ts";

const known = new Map<string, Words>();

/** A sentence as zod carries it; `sentenceOf` finds the other language again. */
export function sentence(both: Words): string {
  known.set(both.en, both);
  return both.en;
}

export function sentenceOf(message: string): Words | undefined {
  return known.get(message);
}

const line = words({
  hi: "एक पंक्ति लिखें, 200 अक्षरों तक।",
  en: "Write one line of at most 200 characters.",
});

const plainFolder = words({
  hi: "अलग डिस्क का पूरा पथ लिखें, जैसे /srv/backups: केवल अंग्रेज़ी अक्षर, अंक, बिन्दु और डैश; /home, /tmp और व्यवस्था के फ़ोल्डर स्वीकार नहीं हैं।",
  en: "Write the whole path of a folder of its own, such as /srv/backups, in letters, digits, dots and dashes; /home, /tmp and folders of the system are not accepted.",
});
/** Hidden from the units by their walls, or somebody else's. */
const systemFolders =
  /^\/(?:home|root|run|tmp|proc|sys|dev|etc|boot|usr|s?bin|lib\w*|var\/(?:tmp|run|lib|log))(?:\/|$)|^\/var$/;

/** One line of any language; control characters would end up in the files of other programs. */
export const text = z
  .string()
  .trim()
  .min(1, sentence(line))
  .max(200, sentence(line))
  .regex(/^[^\p{Cc}"\\$`]*$/u, sentence(line));

/** A folder for one purpose, in letters that no other program's file reads otherwise, where its units can write. */
export const ownFolder = z
  .string()
  .regex(/^(?:\/\w[\w.-]*)+$/, sentence(plainFolder))
  .refine((path) => !systemFolders.test(path), sentence(plainFolder));

export const hostName = z.string().regex(
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/,
  sentence({
    hi: "पूरा होस्ट नाम छोटे अक्षरों में लिखें, जैसे eoffice.cg.gov.in।",
    en: "Write a full host name in small letters, such as eoffice.cg.gov.in.",
  }),
);

/** As programs write it: `10.1` or `010.0.0.1` are addresses to some readers and others to the next. */
export const address = z.string().refine(
  (value) => /^[\da-fA-F.:]+$/.test(value) && isIP(value) !== 0 && !isUnspecified(value),
  sentence({
    hi: "इस मशीन का VPN पता लिखें, जैसे 10.10.4.20; 0.0.0.0 स्वीकार नहीं है।",
    en: "Write this machine's address on the VPN, such as 10.10.4.20; 0.0.0.0 is not accepted.",
  }),
);

/** A range that holds everybody would open the office to the world. */
export const range = z.string().refine(
  (value) => isIP(value.split("/")[0] ?? "") !== 0 && isRange(value) && !isTooWide(value),
  sentence({
    hi: "पता सीमा CIDR रूप में लिखें, जैसे 10.10.0.0/16; /8 से चौड़ी सीमा स्वीकार नहीं है।",
    en: "Write a range as CIDR, such as 10.10.0.0/16; nothing wider than /8 is accepted.",
  }),
);

export const lgdCode = z
  .string()
  .regex(
    /^\d{1,10}$/,
    sentence({ hi: "LGD कोड केवल अंकों में लिखें।", en: "Write the LGD code in digits only." }),
  );

export const target = z.string().regex(
  /^[a-z0-9.-]+(?::\d{1,5})?$/i,
  sentence({
    hi: "होस्ट और पोर्ट लिखें, जैसे relay.cg.gov.in:587।",
    en: "Write a host and port, such as relay.cg.gov.in:587.",
  }),
);

/** As people write it, in their country or from abroad. */
export const phone = z.string().regex(
  /^\+?\d[\d -]{4,28}\d$/,
  sentence({
    hi: "फ़ोन नंबर अंकों में लिखें, जैसे 0771-2221234।",
    en: "Write a phone number in digits, such as 0771-2221234.",
  }),
);

const byName = words({
  hi: "होस्ट नाम या IPv4 पता लिखें; कोष्ठक में IPv6 पता यहाँ स्वीकार नहीं है।",
  en: "Write a host name or an IPv4 address; an IPv6 address in brackets is not accepted here.",
});

export const secureUrl = z
  .url({
    protocol: /^(?:https|ldaps)$/,
    error: sentence({
      hi: "https:// या ldaps:// से आरंभ होने वाला पता लिखें।",
      en: "Write an address that begins with https:// or ldaps://.",
    }),
  })
  .refine(isNamed, sentence(byName));

/** StartTLS is for `directory.json` to say; the firewall needs no more than the place. */
export const directoryUrl = z
  .url({
    protocol: /^ldaps$/,
    error: sentence({
      hi: "ldaps:// से आरंभ होने वाला पता लिखें।",
      en: "Write an address that begins with ldaps://.",
    }),
  })
  .refine(isNamed, sentence(byName));

/** `on` and `off` as people write them; YAML readers differ on whether these are words or truths. */
export const onOff = z
  .union([z.boolean(), z.literal("on"), z.literal("off")], {
    error: sentence({ hi: "on या off लिखें।", en: "Write on or off." }),
  })
  .transform((value) => value === true || value === "on");

/** What stands in brackets is no name to look up, and would be missing in the firewall. A name may lead to IPv6. */
function isNamed(url: string): boolean {
  return !/^[a-z]+:\/\/[^/]*\[/i.test(url);
}

function isUnspecified(value: string): boolean {
  return ipaddr.parse(value).range() === "unspecified";
}

function isRange(value: string): boolean {
  return /^[\da-fA-F.:]+\/\d{1,3}$/.test(value) && ipaddr.isValidCIDR(value);
}

function isTooWide(value: string): boolean {
  const [parsed, bits] = ipaddr.parseCIDR(value);
  return bits < (parsed.kind() === "ipv4" ? 8 : 32);
}
