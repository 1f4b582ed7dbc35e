import type { Alert } from "./alert.ts";

export const databaseAlerts: readonly Alert[] = [
  {
    name: "DatabaseDown",
    expr: "pg_up == 0",
    for: "30s",
    severity: "red",
    impact: "down",
    call: "datacentre",
    title: { hi: "डेटाबेस बंद है", en: "The database is down" },
    steps: {
      hi: [
        "`systemctl status postgresql@15-secretariat`",
        "डिस्क भरी हो तो: `secretariat disk reclaim --ballast`",
      ],
      en: [
        "`systemctl status postgresql@15-secretariat`",
        "If the disk is full: `secretariat disk reclaim --ballast`",
      ],
    },
  },
  {
    name: "ArchiveStale",
    expr: "pg_archive_oldest_waiting_seconds > 240 or (pg_stat_archiver_last_archive_age > 300 and on (server) pg_archive_waiting > 0)",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "5 मिनट से WAL का संग्रह नहीं हुआ", en: "No WAL was archived for 5 minutes" },
    steps: {
      hi: [
        "`secretariat backup verify`",
        "संग्रह का स्थान और डिस्क देखें: `df -h /var/backups/secretariat`",
      ],
      en: [
        "`secretariat backup verify`",
        "See the repository and its disk: `df -h /var/backups/secretariat`",
      ],
    },
  },
  {
    name: "WalGrowing",
    expr: "pg_wal_bytes > 8e9",
    for: "5m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "WAL बढ़ता जा रहा है", en: "WAL keeps growing" },
    steps: {
      hi: ["संग्रह क्यों रुका है, पहले वह देखें (ArchiveStale)", "फ़ाइलें हाथ से कभी न हटाएँ"],
      en: ["First see why archiving stopped (ArchiveStale)", "Never delete its files by hand"],
    },
  },
  {
    name: "LongTransaction",
    expr: 'max(pg_stat_activity_max_tx_duration{state!="idle"}) > 900',
    for: "1m",
    severity: "amber",
    impact: "slow",
    call: "datacentre",
    title: { hi: "एक लेन-देन 15 मिनट से खुला है", en: "A transaction has been open for 15 minutes" },
    steps: {
      hi: [
        "सबसे पुराना पहले: `runuser -u postgres -- psql -c 'select pid, xact_start, query from pg_stat_activity order by xact_start'`",
      ],
      en: [
        "The oldest first: `runuser -u postgres -- psql -c 'select pid, xact_start, query from pg_stat_activity order by xact_start'`",
      ],
    },
  },
  {
    name: "ConnectionsNearlyAll",
    expr: "sum(pg_stat_activity_count) / max(pg_settings_max_connections) > 0.85",
    for: "1m",
    severity: "amber",
    impact: "slow",
    call: "datacentre",
    title: {
      hi: "डेटाबेस के लगभग सभी कनेक्शन भरे हैं",
      en: "Nearly all connections to the database are taken",
    },
    steps: {
      hi: [
        "कौन: `runuser -u postgres -- psql -c 'select usename, state, count(*) from pg_stat_activity group by 1, 2'`",
      ],
      en: [
        "Whose: `runuser -u postgres -- psql -c 'select usename, state, count(*) from pg_stat_activity group by 1, 2'`",
      ],
    },
  },
  {
    name: "TransactionIdsAgeing",
    expr: "max(pg_database_xid_age) > 1e9",
    for: "10m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "डेटाबेस की सफ़ाई पिछड़ रही है", en: "The database is late with its cleaning" },
    steps: {
      hi: ["लंबे लेन-देन समाप्त करें, फिर: `runuser -u postgres -- vacuumdb --all --freeze`"],
      en: ["End long transactions, then: `runuser -u postgres -- vacuumdb --all --freeze`"],
    },
  },
  {
    name: "DeadRows",
    expr: "max(pg_stat_user_tables_n_dead_tup) > 5e6",
    for: "30m",
    severity: "quiet",
    impact: "none",
    call: "datacentre",
    title: { hi: "डेटाबेस में मृत पंक्तियाँ बहुत हैं", en: "Many dead rows in the database" },
    steps: {
      hi: ["शांत समय में: `runuser -u postgres -- vacuumdb --all --analyze`"],
      en: ["In a quiet hour: `runuser -u postgres -- vacuumdb --all --analyze`"],
    },
  },
];
