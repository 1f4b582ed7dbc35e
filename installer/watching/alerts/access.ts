import type { Alert } from "./alert.ts";

export const accessAlerts: readonly Alert[] = [
  {
    name: "DirectoryFailing",
    expr: 'max(secretariat_dependency_up{dependency="directory"}) == 0 or sum(increase(secretariat_sign_ins_total{door="directory",result="unreachable"}[5m])) > 2',
    for: "1m",
    severity: "red",
    impact: "signIn",
    call: "datacentre",
    title: {
      hi: "राज्य की डायरेक्टरी उत्तर नहीं दे रही",
      en: "The directory of the state does not answer",
    },
    steps: {
      hi: [
        "`secretariat preflight` डायरेक्टरी को पूछता है",
        "अत्यावश्यक: `secretariat users breakglass`",
      ],
      en: [
        "`secretariat preflight` asks the directory",
        "If it cannot wait: `secretariat users breakglass`",
      ],
    },
  },
  {
    name: "SignInFailuresSurge",
    expr: 'sum by (door) (rate(secretariat_sign_ins_total{result="refused"}[10m])) > 0.5 and sum by (door) (rate(secretariat_sign_ins_total{result="refused"}[10m])) > 4 * sum by (door) (rate(secretariat_sign_ins_total{result="refused"}[6h]))',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "security",
    title: { hi: "प्रवेश के असफल प्रयास अचानक बढ़े", en: "Failed sign-ins rise suddenly" },
    steps: {
      hi: ["अभिलेख में देखें कि कहाँ से: पृष्ठ “अभिलेख”"],
      en: ["See in the record from where: page “Record”"],
    },
  },
  {
    name: "BreakGlassUsed",
    expr: "max(secretariat_break_glass_armed) > 0",
    for: "0s",
    severity: "amber",
    impact: "none",
    call: "security",
    title: { hi: "आपात प्रवेश चालू है", en: "Break-glass access is armed" },
    steps: {
      hi: ["किसने चालू किया: पृष्ठ “आपात प्रवेश”", "समाप्त करें: `secretariat users breakglass --disarm`"],
      en: [
        "Who armed it: page “Break-glass access”",
        "End it: `secretariat users breakglass --disarm`",
      ],
    },
  },
  {
    name: "StrangersKnock",
    expr: "sum(rate(secretariat_network_refused_total[10m])) > 5",
    for: "10m",
    severity: "amber",
    impact: "none",
    call: "security",
    title: { hi: "अनजान नेटवर्क से बहुत प्रयास", en: "Many attempts from unknown networks" },
    steps: {
      hi: ["पृष्ठ “नेटवर्क” में पते देखें"],
      en: ["See the addresses on the page “Networks”"],
    },
  },
  {
    name: "RecordBroken",
    expr: "secretariat_record_is_whole == 0",
    for: "0s",
    severity: "red",
    impact: "none",
    call: "security",
    title: { hi: "अभिलेख की शृंखला टूटी मिली", en: "The chain of the record was found broken" },
    steps: {
      hi: ["`secretariat audit verify` पहली पंक्ति बताता है", "कुछ न बदलें; CERT-In को 6 घंटे में सूचना दें"],
      en: [
        "`secretariat audit verify` names the first row",
        "Change nothing; CERT-In is told within 6 hours",
      ],
    },
  },
  {
    name: "RecordUnverified",
    expr: "time() - secretariat_record_verified_timestamp_seconds > 2 * 86400",
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "security",
    title: {
      hi: "अभिलेख की शृंखला दो दिन से जाँची नहीं गई",
      en: "The chain of the record was not verified for two days",
    },
    steps: {
      hi: ["`secretariat audit verify`"],
      en: ["`secretariat audit verify`"],
    },
  },
  {
    name: "ProviderFailing",
    expr: "max by (provider) (secretariat_sign_in_provider_up) == 0 or sum by (provider) (increase(secretariat_provider_failures_total[5m])) > 2",
    for: "1m",
    severity: "red",
    impact: "signIn",
    call: "datacentre",
    title: {
      hi: "एकल प्रवेश (SSO) की एक सेवा उत्तर नहीं दे रही",
      en: "A provider of single sign-on does not answer",
    },
    steps: {
      hi: [
        "कौन सी और क्यों: `secretariat preflight`, `secretariat logs web`",
        "उस सेवा के संचालक को बताएँ; अत्यावश्यक: `secretariat users breakglass`",
      ],
      en: [
        "Which, and why: `secretariat preflight`, `secretariat logs web`",
        "Tell those who run it; if it cannot wait: `secretariat users breakglass`",
      ],
    },
  },
];
