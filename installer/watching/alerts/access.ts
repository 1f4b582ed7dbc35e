import type { Alert } from "./alert.ts";

export const accessAlerts: readonly Alert[] = [
  {
    name: "DirectoryFailing",
    expr: 'sum(rate(secretariat_request_seconds_count{route="/sign-in",method="POST",status="503"}[5m])) > 0.02',
    for: "3m",
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
    expr: 'sum(rate(secretariat_request_seconds_count{route="/sign-in",method="POST",status="401"}[10m])) > 1 and sum(rate(secretariat_request_seconds_count{route="/sign-in",method="POST",status="401"}[10m])) > 4 * sum(rate(secretariat_request_seconds_count{route="/sign-in",method="POST",status="401"}[6h]))',
    for: "5m",
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
    severity: "quiet",
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
    expr: "time() - secretariat_record_verified_timestamp_seconds > 8 * 86400",
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "security",
    title: {
      hi: "अभिलेख की शृंखला 8 दिन से जाँची नहीं गई",
      en: "The chain of the record was not verified for 8 days",
    },
    steps: {
      hi: ["`secretariat audit verify`"],
      en: ["`secretariat audit verify`"],
    },
  },
];
