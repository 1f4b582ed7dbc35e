import { words, type Words } from "../../words.ts";
import type { Called } from "../alerts/index.ts";
import type { Light } from "./judge-offices.ts";

export const lightWords: Readonly<Record<Light, Words>> = {
  red: words({ hi: "काम रुका है", en: "Work has stopped" }),
  amber: words({ hi: "बाधा है", en: "Hampered" }),
  green: words({ hi: "सब ठीक", en: "All well" }),
  unknown: words({ hi: "पता नहीं", en: "Not known" }),
};

/** A shape beside each word: no state is told by its colour alone. */
export const lightSigns: Readonly<Record<Light, string>> = {
  red: "■",
  amber: "▲",
  green: "●",
  unknown: "?",
};

export const calledWords: Readonly<Record<Called, Words>> = {
  datacentre: words({ hi: "स्टेट डेटा सेंटर", en: "State Data Centre" }),
  network: words({ hi: "नेटवर्क प्रकोष्ठ", en: "Network cell" }),
  security: words({ hi: "सुरक्षा अधिकारी", en: "Security officer" }),
};

export const pageWords = {
  title: words({ hi: "कार्यालयों की स्थिति", en: "How the offices stand" }),
  product: words({ hi: "डिजिटल सचिवालय · सहायता केंद्र", en: "Digital Secretariat · Helpdesk" }),
  asOn: words({ hi: "{time} की स्थिति", en: "As on {time}" }),
  renews: words({
    hi: "हर 30 सेकंड में अपने आप नया होता है।",
    en: "It renews itself every 30 seconds.",
  }),
  allGreen: words({
    hi: "सभी {count} कार्यालयों में काम चल रहा है।",
    en: "Work goes on in all {count} offices.",
  }),
  someAmber: words({
    hi: "{count} कार्यालयों में बाधा है।",
    en: "{count} offices are hampered.",
  }),
  someRed: words({
    hi: "{count} कार्यालयों में काम रुका है।",
    en: "Work has stopped in {count} offices.",
  }),
  someUnknown: words({
    hi: "{count} कार्यालयों की स्थिति पता नहीं।",
    en: "How {count} offices stand is not known.",
  }),
  oneUnknown: words({
    hi: "एक कार्यालय की स्थिति पता नहीं।",
    en: "How one office stands is not known.",
  }),
  oneAmber: words({ hi: "एक कार्यालय में बाधा है।", en: "One office is hampered." }),
  oneRed: words({ hi: "एक कार्यालय में काम रुका है।", en: "Work has stopped in one office." }),
  hampered: words({ hi: "इन कार्यालयों में यही बाधा है", en: "The same is felt in these offices" }),
  notKnown: words({ hi: "कार्यालय", en: "Offices" }),
  noneKnown: words({
    hi: "अभी कोई नहीं देख रहा: निगरानी या उसकी जाँच उत्तर नहीं दे रही। इसका अर्थ यह नहीं कि सचिवालय बंद है।",
    en: "Nobody is watching just now: the watch, or what tries the page for it, does not answer. This does not mean that the secretariat is down.",
  }),
  noneKnownSay: words({
    hi: "फ़ोन करने वाले से पूछें कि क्या दिख रहा है, और डेटा सेंटर को बताएँ कि निगरानी बंद है।",
    en: "Ask the caller what he sees, and tell the data centre that the watch is down.",
  }),
  office: words({ hi: "कार्यालय", en: "Office" }),
  state: words({ hi: "स्थिति", en: "State" }),
  since: words({ hi: "कब से", en: "Since" }),
  notices: words({ hi: "लोगों को क्या दिखता है", en: "What people notice" }),
  say: words({ hi: "फ़ोन पर यह कहें", en: "What to say" }),
  call: words({ hi: "किसे बताएँ", en: "Whom to call" }),
  cause: words({ hi: "कारण", en: "Cause" }),
  everywhere: words({ hi: "सभी कार्यालयों में", en: "In every office" }),
  working: words({ hi: "जहाँ सब ठीक है", en: "Where all is well" }),
  unseen: words({
    hi: "कार्यालयों को पता नहीं चलता, पर डेटा सेंटर को करना है",
    en: "Offices notice nothing, but the data centre has work",
  }),
  noOffices: words({ hi: "अभी कोई कार्यालय नहीं जुड़ा है।", en: "No office works here yet." }),
  steps: words({ hi: "प्रशासक क्या करे", en: "What the administrator does" }),
  back: words({ hi: "सभी कार्यालय", en: "All offices" }),
  minutes: words({ hi: "{count} मिनट", en: "{count} min" }),
  hours: words({ hi: "{count} घंटे", en: "{count} h" }),
  days: words({ hi: "{count} दिन", en: "{count} d" }),
  notFound: words({ hi: "ऐसा पृष्ठ नहीं है।", en: "There is no such page." }),
} as const;
