import { z } from "zod";
import {
  address,
  directoryUrl,
  hostName,
  lgdCode,
  onOff,
  ownFolder,
  phone,
  range,
  secureUrl,
  sentence,
  target,
  text,
} from "./fields.ts";

const names = { nameHi: text, nameEn: text };

const administrator = z.strictObject({
  employeeCode: z.string().regex(
    /^[A-Z0-9][A-Z0-9/-]{0,29}$/i,
    sentence({
      hi: "कर्मचारी कोड अक्षरों और अंकों में लिखें।",
      en: "Write the employee code in letters and digits.",
    }),
  ),
  ...names,
  login: z.string().regex(
    /^[a-z0-9][a-z0-9._-]{1,59}$/,
    sentence({
      hi: "लॉगिन छोटे अक्षरों में लिखें।",
      en: "Write the login in small letters.",
    }),
  ),
  email: z.email(sentence({ hi: "पूरा ई-मेल पता लिखें।", en: "Write a whole e-mail address." })),
  /** What the employee master holds besides; it can be set right on its pages. */
  salutation: z.enum(["Shri", "Smt", "Sushri", "Kumari", "Ku", "Dr"]).optional(),
  gender: z.enum(["female", "male", "other"]).optional(),
  bornOn: z.iso.date().optional(),
  joinedOn: z.iso.date().optional(),
  mobile: z
    .string()
    .regex(/^[6-9]\d{9}$/)
    .optional(),
});

export const usualBackupFolder = "/var/backups/secretariat";

const backups = z.strictObject({
  folder: ownFolder.default(usualBackupFolder),
  /** The second host: append-only, reached over TLS, known by the fingerprint of its certificate. */
  second: z.strictObject({ url: secureUrl, fingerprint: fingerprint() }).optional(),
  /** Each Saturday one part in so many is read back from it: a month by default, for a line that others use too. */
  secondReadWeeks: z.int().min(1).max(52).default(4),
  fullOn: z
    .enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
    .default("sunday"),
  keepDays: z.int().min(7).max(3650).default(35),
});

/** How long what programs write of their work is kept. */
const logs = z.strictObject({
  /** CERT-In's directions No. 20(3)/2022-CERT-In of 28.04.2022, (iv): 180 days, within India. A State may order more. */
  keepDays: z.int().min(7).max(3650).default(180),
});

/** Five officers' public keys of age, three of whom open the escrow together. */
const escrow = z
  .strictObject({
    recipients: z
      .array(z.string().regex(/^age1[a-z0-9]{58}$/, ageKey()))
      .max(9)
      .default([]),
    threshold: z.int().min(2).max(9).default(3),
  })
  .refine(
    ({ recipients, threshold }) => recipients.length === 0 || recipients.length >= threshold,
    sentence({
      hi: "कुंजीधारक अधिकारियों की संख्या सीमा से कम है।",
      en: "There are fewer recipients than the threshold asks for.",
    }),
  );

/** Every key of site.yml: the installer, the application's settings, preflight and Ansible read this one schema. */
export const Site = z.strictObject({
  /** The state whose government this is. */
  state: z.strictObject({
    code: z.string().regex(
      /^[A-Z]{2}$/,
      sentence({
        hi: "राज्य का दो अक्षरों का कोड लिखें, जैसे CG।",
        en: "Write the two letters of the state, such as CG.",
      }),
    ),
    ...names,
  }),
  /** Left out where several offices share this installation. */
  office: z.strictObject({ lgd: lgdCode, ...names }).optional(),
  /** What people type in the browser. */
  name: hostName,
  /** nginx listens here and nowhere else. */
  address,
  vpnRanges: z.array(range).min(1),
  /** From where administrators reach ssh and the administrators' pages. */
  adminRanges: z.array(range).min(1),
  /** From where the helpdesk's page opens too, and nothing else. */
  helpdeskRanges: z.array(range).default([]),
  timeServers: z.array(z.union([hostName, address])).default([]),
  /** Whom the firewall lets this machine ask for names; empty: those in resolv.conf. */
  nameServers: z.array(address).default([]),
  administrator,
  tls: z
    .strictObject({ mode: z.enum(["own-authority", "imported"]).default("own-authority") })
    .prefault({}),
  web: z.strictObject({ instances: z.int().min(1).max(8).default(2) }).prefault({}),
  worker: z.strictObject({ instances: z.int().min(1).max(4).default(1) }).prefault({}),
  /** Where the firewall lets sign-in go, and what `directory.json` need not say again. */
  directory: z.strictObject({ url: directoryUrl, base: text.optional() }).optional(),
  /** Where the firewall lets single sign-on go; `providers.json` says the rest of each provider. */
  singleSignOn: z.array(z.strictObject({ issuer: secureUrl })).default([]),
  mail: z.strictObject({ relay: target, from: z.email() }).optional(),
  sms: z.strictObject({ url: secureUrl }).optional(),
  scanner: onOff.default(false),
  backups: backups.prefault({}),
  escrow: escrow.prefault({}),
  logs: logs.prefault({}),
  monitoring: z
    .strictObject({
      enabled: onOff.default(true),
      alertTo: z.email().optional(),
      /** A blackbox exporter on another machine, outside every range named here: from there nothing may open. */
      outsideProbe: target.optional(),
      /** Whom the helpdesk calls for what every office feels. */
      contact: z.strictObject({ ...names, phone }).optional(),
    })
    .prefault({}),
  sizing: z.enum(["small", "office", "state"]).default("office"),
  /** Of pages, for whose browser asks for neither language, and of people who are new. */
  language: z.enum(["hi", "en"]).default("hi"),
});

export type Site = z.output<typeof Site>;

/** Keys that were renamed, with what they are called now: an old file is refused with the new name. */
export const renamedKeys: Readonly<Record<string, string>> = {};

function fingerprint() {
  return z.string().regex(
    /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/,
    sentence({
      hi: "प्रमाणपत्र का SHA-256 फ़िंगरप्रिंट लिखें: 32 जोड़े, बीच में कोलन।",
      en: "Write the certificate's SHA-256 fingerprint: 32 pairs with colons between.",
    }),
  );
}

function ageKey(): string {
  return sentence({
    hi: "age की सार्वजनिक कुंजी लिखें, जो age1 से आरंभ होती है।",
    en: "Write a public key of age, which begins with age1.",
  });
}
