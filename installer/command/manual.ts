import { languages, words, type Language, type Words } from "../words.ts";
import { exitMeanings } from "./exit-meanings.ts";
import type { WholeFamily } from "./families.ts";
import { spelling, usageOf } from "./help.ts";
import { commonOptions, ownOptions, typedOptions, type TypedOption } from "./options-of.ts";
import type { Verb } from "./verb.ts";

const about = words({
  hi: "डिजिटल सचिवालय के सर्वर की देखरेख: स्थिति, जाँच, उन्नयन, बैकअप, पुनर्स्थापना, कार्यालय। साइट की व्यवस्था /etc/secretariat/site.yml में लिखी जाती है; यह आदेश उसे कभी नहीं बदलता।",
  en: "Looks after a server of the Digital Secretariat: state, checks, upgrades, backups, restores, offices. What the site wants stands in /etc/secretariat/site.yml, which this command never changes.",
});

const parts = {
  verbs: words({ hi: "आदेश", en: "VERBS" }),
  common: words({ hi: "सभी आदेशों के विकल्प", en: "OPTIONS OF EVERY VERB" }),
  codes: words({ hi: "निर्गम संख्याएँ", en: "EXIT STATUS" }),
  files: words({ hi: "फ़ाइलें", en: "FILES" }),
} as const;

const files: readonly (readonly [string, Words])[] = [
  ["/etc/secretariat/site.yml", { hi: "साइट की व्यवस्था", en: "What the site wants" }],
  ["/etc/secretariat/offices/", { hi: "कार्यालय, LGD कोड के अनुसार", en: "Offices, by LGD code" }],
  ["/opt/secretariat/current", { hi: "चालू संस्करण", en: "The release that runs" }],
  ["/var/lib/secretariat/", { hi: "दस्तावेज़, कुंजियाँ, स्थिति", en: "Documents, keys, state" }],
];

/** The page secretariat(8): English first, then Hindi, from the same families as the help. */
export function manualPage(families: readonly WholeFamily[], version: string): string {
  return [
    `.TH SECRETARIAT 8 "" "Digital Secretariat ${safe(version)}"`,
    ".SH NAME",
    `secretariat \\- looks after the server of the Digital Secretariat`,
    ".SH SYNOPSIS",
    ".B secretariat",
    "\\fIverb\\fR [\\fIoptions\\fR] [\\-\\-json] [\\-\\-language hi|en]",
    ...languages.toReversed().flatMap((language) => partsIn(language, families)),
    "",
  ].join("\n");
}

function partsIn(language: Language, families: readonly WholeFamily[]): string[] {
  return [
    `.SH ${language === "en" ? "DESCRIPTION" : "विवरण"}`,
    safe(about[language]),
    `.SH ${parts.verbs[language]}`,
    ...families.flatMap((family) => familyIn(language, family)),
    `.SH ${parts.common[language]}`,
    ...typedOptions(commonOptions).flatMap((one) => optionIn(language, one)),
    `.SH ${parts.codes[language]}`,
    ...exitMeanings.flatMap(([code, said]) => item(String(code), said[language])),
    `.SH ${parts.files[language]}`,
    ...files.flatMap(([path, said]) => item(path, said[language])),
  ];
}

function familyIn(language: Language, { words: name, verbs }: WholeFamily): string[] {
  return [`.SS "${safe(name[language])}"`, ...verbs.flatMap((verb) => verbIn(language, verb))];
}

function verbIn(language: Language, verb: Verb): string[] {
  const options = ownOptions(verb);
  return [
    ...item(usageOf(verb), verb.words[language]),
    ...(options.length === 0
      ? []
      : [".RS", ...options.flatMap((one) => optionIn(language, one)), ".RE"]),
  ];
}

function optionIn(language: Language, option: TypedOption): string[] {
  return item(spelling(option), option.words?.[language] ?? "");
}

function item(term: string, text: string): string[] {
  return [".TP", `.B "${safe(term).replaceAll('"', "\\(dq")}"`, safe(text)];
}

/** What troff would read as its own signs is written so that it stays text. */
function safe(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/, "\\&$1");
}
