import type { Words } from "../words.ts";

export interface Question {
  /** Where the answer goes in site.yml, such as `backups.folder`. */
  readonly key: string;
  readonly words: Words;
  /** Taken when nothing is typed. */
  readonly usual?: string;
  /** Left out of the file when nothing is typed. */
  readonly isOptional?: boolean;
  /** Several answers, with commas between. */
  readonly isList?: boolean;
  readonly isNumber?: boolean;
  /** Asked only when this key was answered. */
  readonly after?: string;
}

/** What `wizard` asks, in the order of site.yml. The schema of site.yml judges each answer. */
export const questions: readonly Question[] = [
  { key: "state.code", words: { hi: "राज्य का कोड", en: "Code of the state" }, usual: "CG" },
  {
    key: "state.nameHi",
    words: { hi: "राज्य शासन का नाम (हिन्दी)", en: "Name of the government, in Hindi" },
    usual: "छत्तीसगढ़ शासन",
  },
  {
    key: "state.nameEn",
    words: { hi: "राज्य शासन का नाम (अंग्रेज़ी)", en: "Name of the government, in English" },
    usual: "Government of Chhattisgarh",
  },
  {
    key: "office.lgd",
    words: {
      hi: "यदि केवल एक कार्यालय के लिए है: उसका LGD कोड (अन्यथा खाली)",
      en: "If it serves one office only: its LGD code (else empty)",
    },
    isOptional: true,
  },
  {
    key: "office.nameHi",
    words: { hi: "कार्यालय का नाम (हिन्दी)", en: "Name of the office, in Hindi" },
    after: "office.lgd",
  },
  {
    key: "office.nameEn",
    words: { hi: "कार्यालय का नाम (अंग्रेज़ी)", en: "Name of the office, in English" },
    after: "office.lgd",
  },
  {
    key: "name",
    words: {
      hi: "होस्ट नाम, जो लोग ब्राउज़र में लिखेंगे (जैसे eoffice.cg.gov.in)",
      en: "Host name that people type in the browser (such as eoffice.cg.gov.in)",
    },
  },
  {
    key: "address",
    words: {
      hi: "VPN पर इस सर्वर का पता (जैसे 10.10.4.20)",
      en: "Address of this server on the VPN (such as 10.10.4.20)",
    },
  },
  {
    key: "vpnRanges",
    words: {
      hi: "कार्यालयों की पता-सीमाएँ, अल्पविराम से अलग (जैसे 10.10.0.0/16)",
      en: "Ranges of the offices, with commas (such as 10.10.0.0/16)",
    },
    isList: true,
  },
  {
    key: "adminRanges",
    words: {
      hi: "व्यवस्थापकों की पता-सीमाएँ (जैसे 10.10.1.0/28)",
      en: "Ranges of the administrators (such as 10.10.1.0/28)",
    },
    isList: true,
  },
  {
    key: "helpdeskRanges",
    words: {
      hi: "सहायता केंद्र की पता-सीमाएँ, जिन्हें केवल उसका पृष्ठ दिखे (खाली: कोई नहीं)",
      en: "Ranges of the helpdesk, which reach its page alone (empty: none)",
    },
    isList: true,
    isOptional: true,
  },
  {
    key: "timeServers",
    words: { hi: "समय-सर्वर (खाली: जो अभी हैं)", en: "Time servers (empty: those in use now)" },
    isList: true,
    isOptional: true,
  },
  {
    key: "administrator.employeeCode",
    words: { hi: "पहले व्यवस्थापक का कर्मचारी कोड", en: "Employee code of the first administrator" },
  },
  {
    key: "administrator.nameHi",
    words: { hi: "उनका नाम (हिन्दी)", en: "Name of the administrator, in Hindi" },
  },
  {
    key: "administrator.nameEn",
    words: { hi: "उनका नाम (अंग्रेज़ी)", en: "Name of the administrator, in English" },
  },
  {
    key: "administrator.login",
    words: { hi: "उनका लॉगिन (छोटे अक्षर)", en: "Login of the administrator (small letters)" },
  },
  {
    key: "administrator.email",
    words: { hi: "उनका ई-मेल", en: "E-mail address of the administrator" },
  },
  {
    key: "tls.mode",
    words: {
      hi: "प्रमाणपत्र: own-authority (अपनी प्रमाणन-संस्था) या imported (लाया हुआ)",
      en: "Certificate: own-authority, or imported",
    },
    usual: "own-authority",
  },
  {
    key: "directory.url",
    words: {
      hi: "LDAP निर्देशिका (जैसे ldaps://ldap.cg.gov.in)",
      en: "LDAP directory (such as ldaps://ldap.cg.gov.in)",
    },
    isOptional: true,
  },
  {
    key: "directory.base",
    words: {
      hi: "निर्देशिका का आधार (जैसे dc=cg,dc=gov,dc=in)",
      en: "Base of the directory (such as dc=cg,dc=gov,dc=in)",
    },
    after: "directory.url",
    isOptional: true,
  },
  {
    key: "mail.relay",
    words: {
      hi: "मेल-रिले (जैसे relay.cg.gov.in:587)",
      en: "Mail relay (such as relay.cg.gov.in:587)",
    },
    isOptional: true,
  },
  {
    key: "mail.from",
    words: { hi: "ई-मेल किस पते से जाएँ", en: "Address that e-mails come from" },
    after: "mail.relay",
  },
  {
    key: "sms.url",
    words: { hi: "एसएमएस द्वार का पता (https)", en: "Address of the SMS gateway (https)" },
    isOptional: true,
  },
  {
    key: "scanner",
    words: { hi: "वायरस-जाँच (on या off)", en: "Virus scanner (on or off)" },
    usual: "off",
  },
  {
    key: "backups.folder",
    words: { hi: "बैकअप का फ़ोल्डर", en: "Folder of backups" },
    usual: "/var/backups/secretariat",
  },
  {
    key: "backups.second.url",
    words: { hi: "बैकअप का दूसरा सर्वर (https)", en: "Second host of backups (https)" },
    isOptional: true,
  },
  {
    key: "backups.second.fingerprint",
    words: {
      hi: "उसके प्रमाणपत्र का SHA-256 फ़िंगरप्रिंट",
      en: "SHA-256 fingerprint of its certificate",
    },
    after: "backups.second.url",
  },
  {
    key: "backups.keepDays",
    words: { hi: "बैकअप कितने दिन रखें", en: "Days to keep backups" },
    usual: "35",
    isNumber: true,
  },
  {
    key: "escrow.recipients",
    words: {
      hi: "पाँच कुंजीधारक अधिकारियों की age कुंजियाँ (बाद में भी दे सकते हैं)",
      en: "age keys of the five officers of the escrow (may be given later)",
    },
    isList: true,
    isOptional: true,
  },
  {
    key: "logs.keepDays",
    words: {
      hi: "लॉग कितने दिन रखें (CERT-In, 28.04.2022: 180)",
      en: "Days to keep logs (CERT-In, 28.04.2022: 180)",
    },
    usual: "180",
    isNumber: true,
  },
  {
    key: "monitoring.alertTo",
    words: { hi: "चेतावनियाँ किस ई-मेल पर जाएँ", en: "E-mail address for alerts" },
    isOptional: true,
  },
  {
    key: "monitoring.outsideProbe",
    words: {
      hi: "VPN के बाहर की मशीन का blackbox exporter, जो बंद द्वार परखे (जैसे 10.99.0.5:9115)",
      en: "Blackbox exporter outside the VPN that tries the closed doors (such as 10.99.0.5:9115)",
    },
    isOptional: true,
  },
  {
    key: "sizing",
    words: {
      hi: "आकार: small (4 GB), office (8 GB) या state (32 GB)",
      en: "Size: small (4 GB), office (8 GB) or state (32 GB)",
    },
    usual: "office",
  },
  {
    key: "language",
    words: { hi: "पहली भाषा: hi या en", en: "First language: hi or en" },
    usual: "hi",
  },
];
