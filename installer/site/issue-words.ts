import type { z } from "zod";
import { filled, words, type Words } from "../words.ts";
import { sentenceOf } from "./fields.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, and what to write. Parse with `reportInput`: else a wrong kind passes for a missing key. */
export function wordsOf(issue: Issue): Words {
  return sentenceOf(issue.message) ?? ownWords(issue) ?? wrong;
}

/** For what the schema leaves to zod, in plainer words than zod's. */
function ownWords(issue: Issue): Words | undefined {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? missing : kinds[issue.expected];
  }
  if (issue.code === "invalid_value") {
    return filled(oneOf, { values: issue.values.map(String).join(", ") });
  }
  if (issue.code === "too_small") {
    return filled(atLeast[issue.origin] ?? atLeastNumber, { least: String(issue.minimum) });
  }
  if (issue.code === "too_big") {
    return filled(atMost[issue.origin] ?? atMostNumber, { most: String(issue.maximum) });
  }
  return issue.code === "invalid_format" ? formats[issue.format] : undefined;
}

export const unknownKey = words({ hi: "ऐसी कोई कुंजी नहीं है।", en: "There is no such key." });
const missing = words({ hi: "यह कुंजी आवश्यक है।", en: "This key is needed." });
const wrong = words({
  hi: "मान ठीक नहीं है; उदाहरण फ़ाइल देखें।",
  en: "The value is not right; the example file shows what is.",
});
const oneOf = words({ hi: "इनमें से एक लिखें: {values}", en: "Write one of: {values}" });
const number = words({ hi: "संख्या लिखें।", en: "Write a number." });

const kinds: Readonly<Record<string, Words>> = {
  string: words({
    hi: "शब्द लिखें; संख्या हो तो उद्धरण-चिह्नों में।",
    en: "Write words; a number in quotation marks.",
  }),
  number,
  int: number,
  boolean: words({ hi: "true या false लिखें।", en: "Write true or false." }),
  array: words({
    hi: "सूची लिखें: हर प्रविष्टि “- ” से।",
    en: "Write a list: each entry begins with “- ”.",
  }),
  object: words({ hi: "इसके नीचे इसकी कुंजियाँ लिखें।", en: "Write its keys beneath it." }),
};

const formats: Readonly<Record<string, Words>> = {
  email: words({ hi: "पूरा ई-मेल पता लिखें।", en: "Write a whole e-mail address." }),
  ipv4: words({
    hi: "IPv4 पता लिखें, जैसे 10.20.11.1।",
    en: "Write an IPv4 address, such as 10.20.11.1.",
  }),
  date: words({ hi: "तारीख ऐसे लिखें: 2026-01-26।", en: "Write a date such as 2026-01-26." }),
  regex: words({
    hi: "ये अक्षर यहाँ स्वीकार नहीं हैं; उदाहरण फ़ाइल देखें।",
    en: "These letters are not accepted here; the example file shows what is.",
  }),
};

const atLeastNumber = words({
  hi: "कम से कम {least} होना चाहिए।",
  en: "At least {least} is needed.",
});
const atLeast: Readonly<Record<string, Words>> = {
  string: words({ hi: "कम से कम {least} अक्षर लिखें।", en: "Write at least {least} letters." }),
  array: words({ hi: "कम से कम {least} प्रविष्टि लिखें।", en: "Write at least {least} entries." }),
};
const atMostNumber = words({ hi: "अधिकतम {most} हो सकता है।", en: "At most {most} is allowed." });
const atMost: Readonly<Record<string, Words>> = {
  string: words({ hi: "अधिकतम {most} अक्षर लिखें।", en: "Write at most {most} letters." }),
  array: words({ hi: "अधिकतम {most} प्रविष्टियाँ लिखें।", en: "Write at most {most} entries." }),
};
