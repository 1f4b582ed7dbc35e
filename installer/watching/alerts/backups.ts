import type { Alert } from "./alert.ts";

/** Longer ago than that, or never since the other figures began: what never happened has no line. */
const notForEightDays = (figure: string, from = "secretariat_backup_holds offset 8d"): string =>
  `time() - ${figure} > 8 * 86400 or ${from} unless ${figure}`;

export const backupsAlerts: readonly Alert[] = [
  {
    name: "BackupOld",
    expr: 'time() - secretariat_backup_last_success_timestamp_seconds{kind="database"} > 26 * 3600 or time() - secretariat_backup_last_success_timestamp_seconds{kind="documents"} > 3 * 3600 or time() - secretariat_backup_last_success_timestamp_seconds{kind="configuration"} > 26 * 3600',
    for: "5m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "बैकअप पुराना है", en: "A backup is old" },
    steps: {
      hi: ["`secretariat backup run`", "`secretariat logs backup`"],
      en: ["`secretariat backup run`", "`secretariat logs backup`"],
    },
  },
  {
    name: "BackupMissing",
    expr: 'absent(secretariat_backup_last_success_timestamp_seconds{kind="database"}) or absent(secretariat_backup_last_success_timestamp_seconds{kind="documents"})',
    for: "2h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "अब तक कोई बैकअप नहीं हुआ", en: "There is no backup yet" },
    steps: {
      hi: ["`secretariat backup run`"],
      en: ["`secretariat backup run`"],
    },
  },
  {
    name: "SecondCopyOld",
    expr: 'time() - secretariat_backup_last_success_timestamp_seconds{kind="second"} > 26 * 3600',
    for: "5m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "दूसरे स्थान की प्रति पुरानी है", en: "The copy on the second host is old" },
    steps: {
      hi: ["`secretariat preflight` दूसरे होस्ट को पूछता है", "`secretariat logs backup`"],
      en: ["`secretariat preflight` asks the second host", "`secretariat logs backup`"],
    },
  },
  {
    name: "SecondCopyBehind",
    expr: "time() - secretariat_backup_second_wal_timestamp_seconds > 300",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "5 मिनट से WAL दूसरे सर्वर तक नहीं पहुँचा",
      en: "No WAL reached the second host for 5 minutes",
    },
    steps: {
      hi: [
        "क्यों: `systemctl status secretariat-backup-wal`",
        "दूसरे सर्वर के लौटते ही सब अपने आप पहुँच जाता है; अभी देखें: `secretariat backup carry`",
      ],
      en: [
        "Why: `systemctl status secretariat-backup-wal`",
        "It catches up by itself once the second host is back; to see at once: `secretariat backup carry`",
      ],
    },
  },
  {
    name: "SecondHostUnreached",
    expr: 'secretariat_backup_second_named == 1 unless ignoring (kind) (secretariat_backup_last_success_timestamp_seconds{kind="second"} and ignoring (kind) secretariat_backup_second_wal_timestamp_seconds)',
    for: "2h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "site.yml का दूसरा सर्वर: वहाँ अब तक कोई बैकअप नहीं पहुँचा",
      en: "No backup has ever reached the second host that site.yml names",
    },
    steps: {
      hi: [
        "उसका पता `/etc/secretariat/second-host/address` में हो; दूसरे सर्वर पर वह `/etc/secretariat-store/<name>.address` में है",
        "`secretariat reconfigure`, फिर `secretariat backup run`; कारण: `secretariat logs backup`",
      ],
      en: [
        "Its address must lie in `/etc/secretariat/second-host/address`; the second host keeps it in `/etc/secretariat-store/<name>.address`",
        "`secretariat reconfigure`, then `secretariat backup run`; why not: `secretariat logs backup`",
      ],
    },
  },
  {
    name: "SecondHostDeletes",
    expr: "secretariat_backup_second_append_only == 0",
    for: "0s",
    severity: "red",
    impact: "none",
    call: "security",
    title: {
      hi: "दूसरा सर्वर बैकअप मिटाने देता है",
      en: "The second host lets backups be deleted",
    },
    steps: {
      hi: [
        "दूसरे सर्वर पर: `systemctl cat secretariat-append-only` में `--append-only` होना चाहिए",
        "`playbooks/site.yml --limit backup_hosts`, फिर यहाँ `systemctl start secretariat-backup-documents`",
      ],
      en: [
        "On the second host: `systemctl cat secretariat-append-only` must say `--append-only`",
        "`playbooks/site.yml --limit backup_hosts`, then here `systemctl start secretariat-backup-documents`",
      ],
    },
  },
  {
    name: "VerifyFailed",
    expr: "secretariat_backup_verify_good == 0",
    for: "1m",
    severity: "red",
    impact: "none",
    call: "datacentre",
    title: { hi: "बैकअप पढ़ने पर सही नहीं निकला", en: "A backup was read back and is not whole" },
    steps: {
      hi: ["कौन सा: `secretariat backup verify`", "नया पूर्ण बैकअप: `secretariat backup run --full`"],
      en: ["Which: `secretariat backup verify`", "A new full one: `secretariat backup run --full`"],
    },
  },
  {
    name: "VerifyOld",
    expr: notForEightDays("secretariat_backup_verify_timestamp_seconds"),
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "बैकअप 8 दिन से जाँचे नहीं गए", en: "Backups were not read back for 8 days" },
    steps: {
      hi: ["`secretariat backup verify`"],
      en: ["`secretariat backup verify`"],
    },
  },
  {
    name: "SecondReadFailed",
    expr: "secretariat_backup_second_read_good == 0",
    for: "1m",
    severity: "red",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "दूसरे सर्वर की प्रति पढ़ने पर सही नहीं निकली",
      en: "The copy on the second host was read back and is not whole",
    },
    steps: {
      hi: [
        "क्या: `secretariat backup verify --second`; यहाँ के बैकअप: `secretariat backup verify`",
        "दूसरे सर्वर की डिस्क जाँचें। वहाँ `/var/lib/secretariat-store/<name>` को दूसरे नाम से अलग रखें (मिटाएँ नहीं), फिर `systemctl restart secretariat-append-only`",
        "यहाँ `secretariat backup run` और `secretariat backup carry` सब कुछ फिर से वहाँ पहुँचाते हैं; फिर `secretariat backup verify --second`",
      ],
      en: [
        "What: `secretariat backup verify --second`; the backups here: `secretariat backup verify`",
        "Look at the disk of the second host. There put `/var/lib/secretariat-store/<name>` aside under another name (delete nothing), then `systemctl restart secretariat-append-only`",
        "Here `secretariat backup run` and `secretariat backup carry` bring everything there anew; then `secretariat backup verify --second`",
      ],
    },
  },
  {
    name: "SecondReadOld",
    expr: notForEightDays(
      "secretariat_backup_second_read_timestamp_seconds",
      "secretariat_backup_second_named offset 8d == 1",
    ),
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "दूसरे सर्वर की प्रति 8 दिन से नहीं पढ़ी गई",
      en: "The copy on the second host was not read back for 8 days",
    },
    steps: {
      hi: ["`secretariat backup verify --second`", "कारण: `secretariat logs backup`"],
      en: ["`secretariat backup verify --second`", "Why not: `secretariat logs backup`"],
    },
  },
  {
    name: "DrillFailed",
    expr: "secretariat_backup_drill_good == 0",
    for: "1m",
    severity: "red",
    impact: "none",
    call: "datacentre",
    title: { hi: "पुनर्स्थापना का अभ्यास विफल रहा", en: "The drill of the restore failed" },
    steps: {
      hi: ["`secretariat backup drill`"],
      en: ["`secretariat backup drill`"],
    },
  },
  {
    name: "DrillOld",
    expr: notForEightDays("secretariat_backup_drill_timestamp_seconds"),
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "8 दिन से पुनर्स्थापना का अभ्यास नहीं हुआ", en: "No drill of the restore for 8 days" },
    steps: {
      hi: ["`secretariat backup drill`"],
      en: ["`secretariat backup drill`"],
    },
  },
  {
    name: "EscrowNotProven",
    expr: "secretariat_escrow_proven == 0",
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "security",
    title: { hi: "कुंजी-निक्षेप सिद्ध नहीं है", en: "The escrow of the keys is not proven" },
    steps: {
      hi: ["तीन अधिकारियों के साथ: `secretariat escrow prove`"],
      en: ["With three officers: `secretariat escrow prove`"],
    },
  },
];
