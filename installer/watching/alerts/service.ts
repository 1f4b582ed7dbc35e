import type { Alert } from "./alert.ts";

export const serviceAlerts: readonly Alert[] = [
  {
    name: "Watchdog",
    expr: "vector(1)",
    for: "0s",
    severity: "quiet",
    impact: "none",
    call: "datacentre",
    title: { hi: "निगरानी जीवित है", en: "The watch is alive" },
    steps: {
      hi: [
        "यह सदा चालू रहता है; इसका रुकना ही चेतावनी है: `systemctl status prometheus prometheus-alertmanager`",
      ],
      en: [
        "It always stands; that it stops is the alarm: `systemctl status prometheus prometheus-alertmanager`",
      ],
    },
  },
  {
    name: "SitePageDown",
    expr: 'probe_success{job="site"} == 0',
    for: "1m",
    severity: "red",
    impact: "down",
    call: "datacentre",
    title: { hi: "सचिवालय का पृष्ठ नहीं खुलता", en: "The page of the secretariat does not open" },
    steps: {
      hi: ["`secretariat doctor` चलाएँ", "`systemctl status nginx secretariat.target`"],
      en: ["Run `secretariat doctor`", "`systemctl status nginx secretariat.target`"],
    },
  },
  {
    name: "OutsideReachable",
    expr: 'probe_success{job="outside"} == 1',
    for: "1m",
    severity: "red",
    impact: "none",
    call: "security",
    title: { hi: "VPN के बाहर से पृष्ठ खुल रहा है", en: "The page opens from outside the VPN" },
    steps: {
      hi: [
        "फ़ायरवॉल देखें: `nft list ruleset`",
        "जो हाथ से बदला गया उसे लौटाएँ: `secretariat reconfigure`",
      ],
      en: [
        "See the firewall: `nft list ruleset`",
        "Undo what was changed by hand: `secretariat reconfigure`",
      ],
    },
  },
  {
    name: "AllWebDown",
    expr: '(sum(up{job="web"}) or vector(0)) == 0',
    for: "30s",
    severity: "red",
    impact: "down",
    call: "datacentre",
    title: { hi: "कोई वेब प्रक्रिया नहीं चल रही", en: "No web process is running" },
    steps: {
      hi: ["`systemctl restart secretariat.target`", "कारण: `secretariat logs web`"],
      en: ["`systemctl restart secretariat.target`", "Why: `secretariat logs web`"],
    },
  },
  {
    name: "WebInstanceDown",
    expr: 'up{job="web"} == 0',
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "एक वेब प्रक्रिया बंद है", en: "One web process is down" },
    steps: {
      hi: [
        "`secretariat logs web`",
        "`systemctl restart secretariat-web@1 secretariat-web@2`, एक के बाद एक",
      ],
      en: [
        "`secretariat logs web`",
        "`systemctl restart secretariat-web@1`, then `secretariat-web@2`",
      ],
    },
  },
  {
    name: "WorkerDown",
    expr: 'up{job="worker"} == 0',
    for: "1m",
    severity: "amber",
    impact: "late",
    call: "datacentre",
    title: { hi: "पृष्ठभूमि का काम रुका है", en: "The worker is down" },
    steps: {
      hi: ["`systemctl restart secretariat-worker@1`"],
      en: ["`systemctl restart secretariat-worker@1`"],
    },
  },
  {
    name: "RequestsFailing",
    expr: '(sum(rate(secretariat_request_seconds_count{status=~"5.."}[5m])) / sum(rate(secretariat_request_seconds_count[5m]))) > 0.0144 and (sum(rate(secretariat_request_seconds_count{status=~"5.."}[1h])) / sum(rate(secretariat_request_seconds_count[1h]))) > 0.0144',
    for: "1m",
    severity: "red",
    impact: "errors",
    call: "datacentre",
    title: { hi: "बहुत से अनुरोध विफल हो रहे हैं", en: "Many requests fail" },
    steps: {
      hi: ["`secretariat logs web`", "नए संस्करण के बाद हुआ तो: `secretariat upgrade rollback`"],
      en: [
        "`secretariat logs web`",
        "If it began with a new version: `secretariat upgrade rollback`",
      ],
    },
  },
  {
    name: "SomeRequestsFailing",
    expr: '(sum(rate(secretariat_request_seconds_count{status=~"5.."}[30m])) / sum(rate(secretariat_request_seconds_count[30m]))) > 0.006 and (sum(rate(secretariat_request_seconds_count{status=~"5.."}[6h])) / sum(rate(secretariat_request_seconds_count[6h]))) > 0.006',
    for: "15m",
    severity: "amber",
    impact: "errors",
    call: "datacentre",
    title: { hi: "कुछ अनुरोध विफल हो रहे हैं", en: "Some requests fail" },
    steps: {
      hi: ["`secretariat logs web`"],
      en: ["`secretariat logs web`"],
    },
  },
  {
    name: "PagesSlow",
    expr: "histogram_quantile(0.95, sum by (le) (rate(secretariat_request_seconds_bucket[5m]))) > 2 and sum(rate(secretariat_request_seconds_count[5m])) > 0.2",
    for: "1m",
    severity: "amber",
    impact: "slow",
    call: "datacentre",
    title: { hi: "पृष्ठ धीमे हैं", en: "Pages are slow" },
    steps: {
      hi: [
        "भार देखें: `systemd-cgtop --order=cpu`",
        "लंबे लेन-देन देखें: `runuser -u postgres -- psql -c 'select pid, xact_start, query from pg_stat_activity order by xact_start'`",
      ],
      en: [
        "See the load: `systemd-cgtop --order=cpu`",
        "Look for long transactions: `runuser -u postgres -- psql -c 'select pid, xact_start, query from pg_stat_activity order by xact_start'`",
      ],
    },
  },
  {
    name: "ReadOnlyMode",
    expr: "max(secretariat_read_only) > 0",
    for: "1m",
    severity: "amber",
    impact: "readOnly",
    call: "datacentre",
    title: { hi: "केवल पढ़ने की स्थिति चालू है", en: "Read-only mode is on" },
    steps: {
      hi: [
        "कब से और क्यों: `secretariat status`",
        "समाप्त करने के लिए: `secretariat readonly off`; बैकअप से लौटाने के बाद: `secretariat restore accept`",
      ],
      en: [
        "Since when and why: `secretariat status`",
        "To end it: `secretariat readonly off`; after a restore: `secretariat restore accept`",
      ],
    },
  },
  {
    name: "ProcessesRestarting",
    expr: 'changes(secretariat_process_start_time_seconds{job=~"web|worker"}[10m]) > 3',
    for: "0s",
    severity: "amber",
    impact: "errors",
    call: "datacentre",
    title: {
      hi: "एक प्रक्रिया बार-बार बंद होकर चालू हो रही है",
      en: "A process ends and starts again and again",
    },
    steps: {
      hi: ["कारण: `secretariat logs web`", "नए संस्करण के बाद हुआ तो: `secretariat upgrade rollback`"],
      en: [
        "Why: `secretariat logs web`",
        "If it began with a new version: `secretariat upgrade rollback`",
      ],
    },
  },
  {
    name: "FilesNearlyAll",
    expr: "max by (instance) (secretariat_process_open_fds / (secretariat_process_max_fds > 0)) > 0.8",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "एक प्रक्रिया के खुले फ़ाइल-सूत्र समाप्त होने को हैं",
      en: "A process has nearly as many files open as it may",
    },
    steps: {
      hi: [
        "कौन सी फ़ाइलें: `ls -l /proc/$(systemctl show --property=MainPID --value secretariat-web@1)/fd`",
        "शांत समय में एक-एक कर: `systemctl restart secretariat-web@1`",
      ],
      en: [
        "Which files: `ls -l /proc/$(systemctl show --property=MainPID --value secretariat-web@1)/fd`",
        "In a quiet hour, one after the other: `systemctl restart secretariat-web@1`",
      ],
    },
  },
];
