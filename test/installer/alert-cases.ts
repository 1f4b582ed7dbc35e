/** Beyond half a day the clock of a case strides by hours, else by minutes. */
export const isLong = (at: string): boolean => at.endsWith("h") && Number.parseInt(at, 10) > 12;

type Series = readonly (readonly [series: string, values: string])[];

/** What makes an alert fire at a moment, and what leaves it silent at the same moment. */
export interface AlertCase {
  readonly at: string;
  readonly loud: Series;
  readonly quiet: Series;
}

/** The same series with other values: one trouble, one peace. */
const one = (
  series: string,
  ...[loud, quiet, at = "30m"]: [string, string, string?]
): AlertCase => ({
  at,
  loud: [[series, loud]],
  quiet: [[series, quiet]],
});

const steady = (value: number | string): string => `${value}x1000`;
const requests = (status: string, perMinute: number): readonly [string, string] => [
  `secretariat_request_seconds_count{route="/tray",method="GET",status="${status}"}`,
  `0+${perMinute}x2000`,
];
const signIns = (
  ...[door, result, growth]: [string, string, string]
): readonly [string, string] => [
  `secretariat_sign_ins_total{door="${door}",result="${result}"}`,
  growth,
];
const disk = (available: string, quiet: string, at: string): AlertCase => ({
  at,
  loud: [
    ['node_filesystem_avail_bytes{fstype="ext4",mountpoint="/"}', available],
    ['node_filesystem_size_bytes{fstype="ext4",mountpoint="/"}', steady(100)],
  ],
  quiet: [
    ['node_filesystem_avail_bytes{fstype="ext4",mountpoint="/"}', quiet],
    ['node_filesystem_size_bytes{fstype="ext4",mountpoint="/"}', steady(100)],
  ],
});
/** A moment that is told in seconds: the clock of these tests begins at zero. */
const age = (series: string, at: string): AlertCase =>
  one(series, steady(0), isLong(at) ? "0+3600x1000" : "0+60x1000", at);

const copy = (kind: string): readonly [string, string] => [
  `secretariat_backup_last_success_timestamp_seconds{kind="${kind}"}`,
  "0+60x1000",
];
const [databaseCopy, documentsCopy, secondCopy] = [
  copy("database"),
  copy("documents"),
  copy("second"),
];
const secondWal = ["secretariat_backup_second_wal_timestamp_seconds", "0+60x1000"] as const;

export const alertCases: Readonly<Record<string, AlertCase>> = {
  Watchdog: { at: "1m", loud: [], quiet: [] },
  SitePageDown: one('probe_success{job="site"}', steady(0), steady(1)),
  OutsideReachable: one('probe_success{job="outside"}', steady(1), steady(0)),
  AllWebDown: one('up{job="web"}', steady(0), steady(1)),
  WebInstanceDown: one('up{job="web"}', steady(0), steady(1)),
  WorkerDown: one('up{job="worker"}', steady(0), steady(1)),
  ProcessesRestarting: one(
    'secretariat_process_start_time_seconds{job="web"}',
    "0+60x100",
    "0+0x20 5+0x20",
    "15m",
  ),
  FilesNearlyAll: {
    at: "30m",
    loud: [
      ["secretariat_process_open_fds", steady(90)],
      ["secretariat_process_max_fds", steady(100)],
    ],
    quiet: [
      ["secretariat_process_open_fds", steady(40)],
      ["secretariat_process_max_fds", steady(100)],
    ],
  },
  RequestsFailing: {
    at: "2h",
    loud: [requests("200", 95), requests("500", 5)],
    quiet: [requests("200", 995), requests("500", 5)],
  },
  SomeRequestsFailing: {
    at: "8h",
    loud: [requests("200", 990), requests("500", 10)],
    quiet: [requests("200", 998), requests("500", 2)],
  },
  PagesSlow: {
    at: "30m",
    loud: [
      ['secretariat_request_seconds_bucket{le="2.5"}', "0+10x100"],
      ['secretariat_request_seconds_bucket{le="5"}', "0+100x100"],
      ['secretariat_request_seconds_bucket{le="+Inf"}', "0+100x100"],
      ["secretariat_request_seconds_count", "0+100x100"],
    ],
    quiet: [
      ["secretariat_request_seconds_count", "0+100x100"],
      ['secretariat_request_seconds_bucket{le="0.5"}', "0+99x100"],
      ['secretariat_request_seconds_bucket{le="5"}', "0+100x100"],
      ['secretariat_request_seconds_bucket{le="+Inf"}', "0+100x100"],
    ],
  },
  ReadOnlyMode: one("secretariat_read_only", steady(1), steady(0)),
  DatabaseDown: one("pg_up", steady(0), steady(1)),
  ArchiveStale: {
    at: "30m",
    loud: [
      ["pg_stat_archiver_last_archive_age", steady(400)],
      ["pg_archive_waiting", steady(3)],
    ],
    quiet: [
      ["pg_stat_archiver_last_archive_age", steady(4000)], // an office at night
      ["pg_archive_waiting", steady(0)],
      ["pg_archive_oldest_waiting_seconds", steady(0)],
    ],
  },
  WalGrowing: one("pg_wal_bytes", steady("9e9"), steady("1e9")),
  LongTransaction: one(
    'pg_stat_activity_max_tx_duration{state="active"}',
    steady(1000),
    steady(10),
  ),
  ConnectionsNearlyAll: {
    at: "30m",
    loud: [
      ["pg_stat_activity_count", steady(90)],
      ["pg_settings_max_connections", steady(100)],
    ],
    quiet: [
      ["pg_stat_activity_count", steady(20)],
      ["pg_settings_max_connections", steady(100)],
    ],
  },
  TransactionIdsAgeing: one("pg_database_xid_age", steady("2e9"), steady("1e8")),
  DeadRows: one("pg_stat_user_tables_n_dead_tup", steady("6e6"), steady("1e5"), "1h"),
  RedisDown: one("redis_up", steady(0), steady(1)),
  RedisMemoryHigh: {
    at: "30m",
    loud: [
      ["redis_memory_used_bytes", steady(90)],
      ["redis_memory_max_bytes", steady(100)],
    ],
    quiet: [
      ["redis_memory_used_bytes", steady(90)],
      ["redis_memory_max_bytes", steady(0)],
    ],
  },
  RedisNotSaved: one("redis_aof_last_write_status", steady(0), steady(1)),
  RedisPolicyChanged: one(
    'redis_instance_info{maxmemory_policy="allkeys-lru"}',
    steady(1),
    steady(0),
  ),
  WorkOld: one("secretariat_oldest_delivery_seconds", steady(400), steady(20)),
  WorkWaiting: one("secretariat_deliveries_waiting", steady(2000), steady(10)),
  WorkGivenUp: one("secretariat_deliveries_parked", steady(1), steady(0)),
  ScannerDown: one("secretariat_scanner_up", steady(0), steady(1)),
  ScannerOld: one("secretariat_scanner_signatures_age_seconds", steady("2e6"), steady("1e5"), "2h"),
  DiskFull: disk(steady(3), steady(50), "30m"),
  DiskFilling: disk(steady(12), steady(50), "30m"),
  DiskFullTomorrow: disk("1000-1x1000", steady(50), "10h"),
  InodesLow: {
    at: "30m",
    loud: [
      ['node_filesystem_files_free{fstype="ext4"}', steady(2)],
      ['node_filesystem_files{fstype="ext4"}', steady(100)],
    ],
    quiet: [
      ['node_filesystem_files_free{fstype="ext4"}', steady(0)],
      ['node_filesystem_files{fstype="ext4"}', steady(0)],
    ],
  },
  MemoryGrowing: one("secretariat_process_resident_memory_bytes", steady("1.9e9"), steady("4e8")),
  BackupOld: age('secretariat_backup_last_success_timestamp_seconds{kind="database"}', "30h"),
  BackupMissing: {
    at: "3h",
    loud: [documentsCopy],
    quiet: [databaseCopy, documentsCopy],
  },
  SecondCopyOld: age('secretariat_backup_last_success_timestamp_seconds{kind="second"}', "30h"),
  SecondCopyBehind: age("secretariat_backup_second_wal_timestamp_seconds", "30m"),
  SecondHostUnreached: {
    at: "3h",
    loud: [["secretariat_backup_second_named", steady(1)]],
    quiet: [["secretariat_backup_second_named", steady(1)], secondCopy, secondWal],
  },
  SecondHostDeletes: one("secretariat_backup_second_append_only", steady(0), steady(1)),
  VerifyFailed: one("secretariat_backup_verify_good", steady(0), steady(1)),
  VerifyOld: age("secretariat_backup_verify_timestamp_seconds", "194h"),
  SecondReadFailed: one("secretariat_backup_second_read_good", steady(0), steady(1)),
  SecondReadOld: age("secretariat_backup_second_read_timestamp_seconds", "194h"),
  DrillFailed: one("secretariat_backup_drill_good", steady(0), steady(1)),
  DrillOld: age("secretariat_backup_drill_timestamp_seconds", "194h"),
  EscrowNotProven: one("secretariat_escrow_proven", steady(0), steady(1), "2h"),
  CertificateEndsNow: one(
    'secretariat_certificate_ends_timestamp_seconds{where="file"}',
    steady(300_000),
    steady(9_000_000),
    "2h",
  ),
  CertificateEndsSoon: one(
    'secretariat_certificate_ends_timestamp_seconds{where="wire"}',
    steady(2_000_000),
    steady(9_000_000),
    "2h",
  ),
  CertificateNotServed: one("secretariat_certificate_is_served", steady(0), steady(1)),
  ClockSkewed: one("node_timex_offset_seconds", steady(-2), steady("0.01")),
  DirectoryFailing: {
    at: "30m",
    loud: [['secretariat_dependency_up{dependency="directory"}', steady(0)]],
    quiet: [
      ['secretariat_dependency_up{dependency="directory"}', steady(1)],
      signIns("directory", "unreachable", "0+0x1000"),
    ],
  },
  ProviderFailing: {
    at: "30m",
    loud: [['secretariat_provider_failures_total{provider="parichay"}', "0+5x1000"]],
    quiet: [
      ['secretariat_provider_failures_total{provider="parichay"}', "0+0x1000"],
      ['secretariat_sign_in_provider_up{provider="parichay"}', steady(1)],
    ],
  },
  SignInFailuresSurge: {
    at: "405m",
    loud: [signIns("directory", "refused", "0+1x380 500+100x100")],
    quiet: [signIns("password", "refused", "0+100x600")],
  },
  BreakGlassUsed: one("secretariat_break_glass_armed", steady(1), steady(0)),
  StrangersKnock: one("secretariat_network_refused_total", "0+600x100", "0+1x100"),
  RecordBroken: one("secretariat_record_is_whole", steady(0), steady(1)),
  RecordUnverified: age("secretariat_record_verified_timestamp_seconds", "52h"),
  TargetDown: one('up{job="node"}', steady(0), steady(1)),
  NobodyTries: one('up{job="site"}', steady(0), steady(1)),
  FiguresStale: age('node_textfile_mtime_seconds{file="/x/secretariat.prom"}', "10m"),
  UpdatesWaiting: one("secretariat_packages_behind", steady(3), steady(0), "170h"),
  ProgramsChanged: one("secretariat_programs_changed", steady(1), steady(0)),
  WatchDown: one("prometheus_rule_evaluation_failures_total", "0+1x100", steady(7)),
  AlertsNotSent: {
    at: "30m",
    loud: [['probe_success{job="mail-relay"}', steady(0)]],
    quiet: [
      ['probe_success{job="mail-relay"}', steady(1)],
      ["alertmanager_notification_requests_failed_total", steady(3)],
    ],
  },
  UnitFailed: one('secretariat_unit_failed{unit="nginx.service"}', steady(1), steady(0)),
  RebootNeeded: one("secretariat_reboot_needed", steady(1), steady(0), "170h"),
  ReleaseWaiting: one("secretariat_release_waiting", steady(1), steady(0), "340h"),
  SettingsDrifted: one("secretariat_settings_drifted", steady(2), steady(0), "2h"),
  SettingsNotChecked: age("secretariat_settings_checked_timestamp_seconds", "3h"),
  OfficeLineDown: one('probe_success{job="office-lines",office="387"}', steady(0), steady(1)),
  OfficeLineSlow: one(
    'probe_duration_seconds{job="office-lines",office="387"}',
    steady(1),
    steady("0.05"),
  ),
};

/** Backups have their figures since eight days, and what should come each week never came. */
function never(alert: string, figure: string): AlertCase & { readonly alert: string } {
  const holds = ["secretariat_backup_holds", steady(0)] as const;
  return { alert, at: "194h", loud: [holds], quiet: [holds, [figure, "0+3600x1000"]] };
}

const page = ['up{job="site"}', steady(1)] as const;
const line = (up: number) => ['up{job="office-lines",office="387"}', steady(up)] as const;

/** Where an alert has more than one trouble, or more than one peace. */
export const furtherCases: readonly (AlertCase & { readonly alert: string })[] = [
  { alert: "BackupMissing", at: "3h", loud: [databaseCopy], quiet: [databaseCopy, documentsCopy] },
  never("VerifyOld", "secretariat_backup_verify_timestamp_seconds"),
  never("DrillOld", "secretariat_backup_drill_timestamp_seconds"),
  {
    alert: "SecondHostUnreached",
    at: "3h",
    loud: [["secretariat_backup_second_named", steady(1)], secondCopy],
    quiet: [["secretariat_backup_second_named", steady(0)]],
  },
  {
    alert: "SecondReadOld",
    at: "194h",
    loud: [["secretariat_backup_second_named", steady(1)]],
    quiet: [["secretariat_backup_second_named", steady(0)]],
  },
  { alert: "NobodyTries", at: "30m", loud: [databaseCopy], quiet: [page] },
  { alert: "NobodyTries", at: "30m", loud: [page, line(0)], quiet: [page, line(1)] },
  // A prober that is silent is no closed door.
  { alert: "TargetDown", ...one('up{job="outside"}', steady(0), steady(1)) },
];
