import type { Alert } from "./alert.ts";

export const storageAlerts: readonly Alert[] = [
  {
    name: "DiskFull",
    expr: 'node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes < 0.05',
    for: "1m",
    severity: "red",
    impact: "readOnly",
    call: "datacentre",
    title: { hi: "डिस्क भर गई है", en: "A disk is full" },
    steps: {
      hi: [
        "तुरंत जगह: `secretariat disk reclaim --ballast`",
        "क्या भरा है: `secretariat disk report`",
        "कारण दूर होने पर: `secretariat disk reserve`",
      ],
      en: [
        "Room at once: `secretariat disk reclaim --ballast`",
        "What fills it: `secretariat disk report`",
        "When the cause is gone: `secretariat disk reserve`",
      ],
    },
  },
  {
    name: "DiskFilling",
    expr: 'node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes < 0.15',
    for: "10m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "डिस्क भर रही है", en: "A disk fills up" },
    steps: {
      hi: ["`secretariat disk report`"],
      en: ["`secretariat disk report`"],
    },
  },
  {
    name: "DiskFullTomorrow",
    expr: 'predict_linear(node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"}[6h], 86400) < 0',
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "डिस्क 24 घंटे में भर जाएगी", en: "A disk will be full within 24 hours" },
    steps: {
      hi: ["`secretariat disk report`"],
      en: ["`secretariat disk report`"],
    },
  },
  {
    name: "InodesLow",
    expr: 'node_filesystem_files_free{fstype!~"tmpfs|overlay|squashfs"} / (node_filesystem_files > 0) < 0.05',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "डिस्क में नई फ़ाइलों की जगह कम है", en: "A disk has few entries left for files" },
    steps: {
      hi: ["`secretariat disk report`"],
      en: ["`secretariat disk report`"],
    },
  },
  {
    name: "MemoryGrowing",
    expr: "secretariat_process_resident_memory_bytes > 1.8e9",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "एक प्रक्रिया बहुत मेमोरी ले रही है", en: "A process takes much memory" },
    steps: {
      hi: ["शांत समय में एक-एक कर: `systemctl restart secretariat-web@1`"],
      en: ["In a quiet hour, one after the other: `systemctl restart secretariat-web@1`"],
    },
  },
];
