import type { Alert } from "./alert.ts";

export const machineAlerts: readonly Alert[] = [
  {
    name: "TargetDown",
    expr: 'up{job!~"web|worker|site|office-lines"} == 0',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "निगरानी का एक स्रोत बंद है", en: "A source of the watch is down" },
    steps: {
      hi: [
        "`systemctl list-units --failed`",
        "बाहरी जाँच (outside) मौन हो तो site.yml की `monitoring.outsideProbe` वाली मशीन देखें",
      ],
      en: [
        "`systemctl list-units --failed`",
        "Where it is the probe from outside: see the machine that `monitoring.outsideProbe` names in site.yml",
      ],
    },
  },
  {
    // Without it the silence of SitePageDown and OfficeLineDown means nothing: judge-offices.ts.
    name: "NobodyTries",
    expr: 'up{job=~"site|office-lines"} == 0 or absent(up{job="site"})',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "पृष्ठ खुलता है या नहीं, यह कोई नहीं आज़मा रहा",
      en: "Nobody tries whether the page opens",
    },
    steps: {
      hi: [
        "`systemctl status prometheus-blackbox-exporter`, `systemctl restart prometheus-blackbox-exporter`",
        "हाथ से कुछ बदला हो तो लौटाएँ: `secretariat reconfigure`",
      ],
      en: [
        "`systemctl status prometheus-blackbox-exporter`, `systemctl restart prometheus-blackbox-exporter`",
        "If something was changed by hand, undo it: `secretariat reconfigure`",
      ],
    },
  },
  {
    name: "FiguresStale",
    expr: 'time() - node_textfile_mtime_seconds{file=~".*secretariat.prom"} > 90',
    for: "0s",
    severity: "amber",
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
    for: "0s",
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
    expr: "max(secretariat_settings_drifted) > 0",
    for: "30s",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "किसी ने हाथ से कुछ बदला है", en: "Something was changed by hand" },
    steps: {
      hi: ["क्या: `secretariat reconfigure --check --diff`", "लौटाएँ: `secretariat reconfigure`"],
      en: ["What: `secretariat reconfigure --check --diff`", "Undo it: `secretariat reconfigure`"],
    },
  },
  {
    name: "SettingsNotChecked",
    expr: "time() - secretariat_settings_checked_timestamp_seconds > 7200",
    for: "10m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "हाथ के बदलावों की जाँच पूरी नहीं हो रही",
      en: "The look for changes by hand does not get through",
    },
    steps: {
      hi: [
        "कहाँ रुकती है: `secretariat reconfigure --check`",
        "`systemctl list-timers secretariat-verify-settings.timer`, `journalctl -u secretariat-verify-settings`",
      ],
      en: [
        "Where it breaks: `secretariat reconfigure --check`",
        "`systemctl list-timers secretariat-verify-settings.timer`, `journalctl -u secretariat-verify-settings`",
      ],
    },
  },
  {
    name: "UpdatesWaiting",
    expr: "secretariat_packages_behind > 0",
    for: "7d",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "लाए गए सुरक्षा-सुधार लगाए नहीं गए",
      en: "Security updates were brought and are not applied",
    },
    steps: {
      hi: [
        "कौन-से: `secretariat reconfigure --check`",
        "सूचना देकर, शांत समय में: `secretariat reconfigure`",
      ],
      en: [
        "Which: `secretariat reconfigure --check`",
        "Announced, in a quiet hour: `secretariat reconfigure`",
      ],
    },
  },
  {
    name: "ProgramsChanged",
    expr: "secretariat_programs_changed > 0",
    for: "0s",
    severity: "red",
    impact: "none",
    call: "security",
    title: { hi: "सर्वर के प्रोग्राम बदले मिले", en: "Programs of the server were found changed" },
    steps: {
      hi: [
        "क्या बदला: `secretariat integrity`",
        "किस पैकेज का है: `dpkg -S` और फ़ाइल का पता",
        "किसी ने जानबूझकर न बदला हो तो कुछ न छुएँ; CERT-In को 6 घंटे में सूचना दें",
      ],
      en: [
        "What changed: `secretariat integrity`",
        "Whose file it is: `dpkg -S` and its path",
        "If nobody did it on purpose, touch nothing; CERT-In is told within 6 hours",
      ],
    },
  },
  {
    name: "WatchDown",
    expr: "increase(prometheus_rule_evaluation_failures_total[5m]) > 0",
    for: "0s",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "निगरानी स्वयं काम नहीं कर रही", en: "The watch itself does not work" },
    steps: {
      hi: ["`systemctl status prometheus`", "`systemctl restart prometheus`"],
      en: ["`systemctl status prometheus`", "`systemctl restart prometheus`"],
    },
  },
  {
    name: "AlertsNotSent",
    expr: 'probe_success{job="mail-relay"} == 0 or increase(alertmanager_notification_requests_failed_total[5m]) > 0 or increase(prometheus_notifications_errors_total[5m]) > 0',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "चेतावनियाँ आगे नहीं पहुँच रहीं",
      en: "Alerts do not reach those who are to be told",
    },
    steps: {
      hi: [
        "`systemctl status prometheus-alertmanager`, `journalctl -u prometheus-alertmanager`",
        "मेल रिले का पता देखें: site.yml में `mail`; तब तक यह पृष्ठ देखते रहें",
      ],
      en: [
        "`systemctl status prometheus-alertmanager`, `journalctl -u prometheus-alertmanager`",
        "See the address of the relay: `mail` in site.yml; until then watch this page",
      ],
    },
  },
];
