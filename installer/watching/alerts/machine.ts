import type { Alert } from "./alert.ts";

export const machineAlerts: readonly Alert[] = [
  {
    name: "TargetDown",
    expr: 'up{job!~"web|worker|site|outside|office-lines"} == 0',
    for: "5m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "निगरानी का एक स्रोत बंद है", en: "A source of the watch is down" },
    steps: {
      hi: ["`systemctl list-units --failed`"],
      en: ["`systemctl list-units --failed`"],
    },
  },
  {
    name: "FiguresStale",
    expr: 'time() - node_textfile_mtime_seconds{file=~".*secretariat.prom"} > 1800',
    for: "5m",
    severity: "quiet",
    impact: "none",
    call: "datacentre",
    title: { hi: "आँकड़े पुराने हैं", en: "Figures are stale" },
    steps: {
      hi: ["`systemctl status secretariat-figures.timer`"],
      en: ["`systemctl status secretariat-figures.timer`"],
    },
  },
  {
    name: "UnitFailed",
    expr: "secretariat_unit_failed == 1",
    for: "2m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "एक सेवा विफल है", en: "A unit has failed" },
    steps: {
      hi: ["`systemctl status` और `journalctl -u` उस इकाई के लिए"],
      en: ["`systemctl status` and `journalctl -u` for that unit"],
    },
  },
  {
    name: "RebootNeeded",
    expr: "secretariat_reboot_needed == 1",
    for: "7d",
    severity: "quiet",
    impact: "none",
    call: "datacentre",
    title: { hi: "सर्वर को पुनः आरंभ करना है", en: "The server should be restarted" },
    steps: {
      hi: ["सूचना देकर, शांत समय में: `secretariat announce`, फिर `reboot`"],
      en: ["Announced, in a quiet hour: `secretariat announce`, then `reboot`"],
    },
  },
  {
    name: "ReleaseWaiting",
    expr: "secretariat_release_waiting == 1",
    for: "14d",
    severity: "quiet",
    impact: "none",
    call: "datacentre",
    title: { hi: "लाया गया संस्करण लगाया नहीं गया", en: "A release was brought and is not applied" },
    steps: {
      hi: ["`secretariat upgrade plan`"],
      en: ["`secretariat upgrade plan`"],
    },
  },
  {
    name: "SettingsDrifted",
    expr: "secretariat_settings_drifted > 0",
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "किसी ने हाथ से कुछ बदला है", en: "Something was changed by hand" },
    steps: {
      hi: ["क्या: `secretariat reconfigure --check --diff`", "लौटाएँ: `secretariat reconfigure`"],
      en: ["What: `secretariat reconfigure --check --diff`", "Undo it: `secretariat reconfigure`"],
    },
  },
];
