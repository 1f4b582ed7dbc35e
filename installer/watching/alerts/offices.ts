import type { Alert } from "./alert.ts";

export const officesAlerts: readonly Alert[] = [
  {
    name: "OfficeLineDown",
    expr: 'probe_success{job="office-lines"} == 0',
    for: "1m",
    severity: "red",
    impact: "line",
    call: "network",
    title: { hi: "कार्यालय की लाइन बंद है", en: "The line of an office is down" },
    steps: {
      hi: ["कार्यालय के राउटर तक पहुँच देखें; नेटवर्क प्रकोष्ठ को बताएँ"],
      en: ["See whether its router answers; tell the network cell"],
    },
  },
  {
    name: "OfficeLineSlow",
    expr: 'avg_over_time(probe_duration_seconds{job="office-lines"}[10m]) > 0.8',
    for: "10m",
    severity: "amber",
    impact: "slow",
    call: "network",
    title: { hi: "कार्यालय की लाइन धीमी है", en: "The line of an office is slow" },
    steps: {
      hi: ["नेटवर्क प्रकोष्ठ को बताएँ"],
      en: ["Tell the network cell"],
    },
  },
];
