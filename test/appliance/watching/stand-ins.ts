/** What a figure says at a moment: always the same, or told from the clock (seconds since 1970). */
type Value = number | ((now: number) => number);

/** One series that makes an alert fire, and its value in peace. */
export type StandIn = readonly [series: string, loud: Value, quiet: Value];

const day = 86_400;
const began = Math.floor(Date.now() / 1000);

/** Says when something last happened: long ago, or just now. */
const ago =
  (seconds: number): Value =>
  (now) =>
    now - seconds;
/** A counter: nought at the beginning, and so many more each second. */
const growing =
  (perSecond: number): Value =>
  (now) =>
    (now - began) * perSecond;

const backup = "secretariat_backup";
const requests = (status: number): string =>
  `secretariat_request_seconds_count{route="/tray",method="GET",status="${status}"}`;
const bucket = (most: string): string => `secretariat_request_seconds_bucket{le="${most}"}`;
const disk = (place: string, what = "avail_bytes"): string =>
  `node_filesystem_${what}{fstype="ext4",mountpoint="${place}"}`;

/** By alert: the figures that stand for its cause. What Prometheus learns by itself (`up`) is in the test. */
export const standIns: Readonly<Record<string, readonly StandIn[]>> = {
  SitePageDown: [['probe_success{job="site"}', 0, 1]],
  OutsideReachable: [['probe_success{job="outside"}', 1, 0]],
  RequestsFailing: [
    [requests(500), growing(50), 0],
    [requests(200), growing(50), growing(50)],
  ],
  SomeRequestsFailing: [], // the same requests
  PagesSlow: [
    [bucket("1"), growing(1), growing(50)],
    [bucket("5"), growing(50), growing(50)],
    [bucket("+Inf"), growing(50), growing(50)],
  ],
  ReadOnlyMode: [["secretariat_read_only", 1, 0]],
  ProcessesRestarting: [['secretariat_process_start_time_seconds{job="web"}', growing(1), 0]],
  FilesNearlyAll: [
    ["secretariat_process_open_fds", 90, 9],
    ["secretariat_process_max_fds", 100, 100],
  ],
  DatabaseDown: [["pg_up", 0, 1]],
  ArchiveStale: [["pg_archive_oldest_waiting_seconds", 400, 0]],
  WalGrowing: [["pg_wal_bytes", 9e9, 1e9]],
  LongTransaction: [['pg_stat_activity_max_tx_duration{state="active"}', 1000, 1]],
  ConnectionsNearlyAll: [
    ["pg_stat_activity_count", 90, 9],
    ["pg_settings_max_connections", 100, 100],
  ],
  TransactionIdsAgeing: [["pg_database_xid_age", 2e9, 1e6]],
  DeadRows: [["pg_stat_user_tables_n_dead_tup", 6e6, 10]],
  RedisDown: [["redis_up", 0, 1]],
  RedisMemoryHigh: [
    ["redis_memory_used_bytes", 90, 9],
    ["redis_memory_max_bytes", 100, 100],
  ],
  RedisNotSaved: [["redis_aof_last_write_status", 0, 1]],
  RedisPolicyChanged: [['redis_instance_info{maxmemory_policy="allkeys-lru"}', 1, 0]],
  WorkWaiting: [["secretariat_deliveries_waiting", 2000, 3]],
  WorkOld: [["secretariat_oldest_delivery_seconds", 400, 3]],
  WorkGivenUp: [["secretariat_deliveries_parked", 1, 0]],
  ScannerDown: [["secretariat_scanner_up", 0, 1]],
  ScannerOld: [["secretariat_scanner_signatures_age_seconds", 20 * day, day]],
  DiskFull: [
    [disk("/full"), 3, 50],
    [disk("/full", "size_bytes"), 100, 100],
  ],
  DiskFilling: [
    [disk("/filling"), 12, 50],
    [disk("/filling", "size_bytes"), 100, 100],
  ],
  DiskFullTomorrow: [[disk("/tomorrow"), growing(-1000), growing(1e6)]],
  InodesLow: [
    [disk("/entries", "files_free"), 2, 50],
    [disk("/entries", "files"), 100, 100],
  ],
  MemoryGrowing: [["secretariat_process_resident_memory_bytes", 1.9e9, 2e8]],
  BackupOld: [
    [`${backup}_last_success_timestamp_seconds{kind="documents"}`, ago(4 * 3600), ago(60)],
  ],
  BackupMissing: [
    [`${backup}_last_success_timestamp_seconds{kind="database"}`, Number.NaN, ago(60)],
  ],
  SecondCopyOld: [
    [`${backup}_last_success_timestamp_seconds{kind="second"}`, ago(2 * day), ago(60)],
  ],
  SecondCopyBehind: [[`${backup}_second_wal_timestamp_seconds`, ago(600), ago(30)]],
  // Of another host: the figures of this one stand for the alerts beside it.
  SecondHostUnreached: [[`${backup}_second_named{host="unreached"}`, 1, 0]],
  SecondHostDeletes: [[`${backup}_second_append_only`, 0, 1]],
  VerifyFailed: [[`${backup}_verify_good`, 0, 1]],
  VerifyOld: [[`${backup}_verify_timestamp_seconds`, ago(9 * day), ago(60)]],
  SecondReadFailed: [[`${backup}_second_read_good`, 0, 1]],
  SecondReadOld: [[`${backup}_second_read_timestamp_seconds`, ago(9 * day), ago(60)]],
  DrillFailed: [[`${backup}_drill_good`, 0, 1]],
  DrillOld: [[`${backup}_drill_timestamp_seconds`, ago(9 * day), ago(60)]],
  EscrowNotProven: [["secretariat_escrow_proven", 0, 1]],
  CertificateEndsNow: [
    [
      'secretariat_certificate_ends_timestamp_seconds{file="server"}',
      ago(-3 * day),
      ago(-90 * day),
    ],
  ],
  CertificateEndsSoon: [
    [
      'secretariat_certificate_ends_timestamp_seconds{file="authority"}',
      ago(-20 * day),
      ago(-90 * day),
    ],
  ],
  CertificateNotServed: [["secretariat_certificate_is_served", 0, 1]],
  ClockSkewed: [["node_timex_offset_seconds", 2, 0.01]],
  DirectoryFailing: [['secretariat_dependency_up{dependency="directory"}', 0, 1]],
  ProviderFailing: [['secretariat_sign_in_provider_up{provider="parichay"}', 0, 1]],
  SignInFailuresSurge: [
    ['secretariat_sign_ins_total{door="directory",result="refused"}', growing(30), 0],
  ],
  BreakGlassUsed: [["secretariat_break_glass_armed", 1, 0]],
  StrangersKnock: [["secretariat_network_refused_total", growing(1000), 0]],
  RecordBroken: [["secretariat_record_is_whole", 0, 1]],
  RecordUnverified: [["secretariat_record_verified_timestamp_seconds", ago(3 * day), ago(60)]],
  FiguresStale: [['node_textfile_mtime_seconds{file="/x/secretariat.prom"}', ago(100), ago(30)]],
  UnitFailed: [['secretariat_unit_failed{unit="nginx.service"}', 1, 0]],
  RebootNeeded: [["secretariat_reboot_needed", 1, 0]],
  ReleaseWaiting: [["secretariat_release_waiting", 1, 0]],
  SettingsDrifted: [["secretariat_settings_drifted", 2, 0]],
  SettingsNotChecked: [["secretariat_settings_checked_timestamp_seconds", ago(3 * 3600), ago(60)]],
  UpdatesWaiting: [["secretariat_packages_behind", 3, 0]],
  ProgramsChanged: [["secretariat_programs_changed", 1, 0]],
  WatchDown: [["prometheus_rule_evaluation_failures_total", growing(1), 0]],
  AlertsNotSent: [['probe_success{job="mail-relay"}', 0, 1]],
  OfficeLineDown: [['probe_success{job="office-lines",office="387"}', 0, 1]],
  OfficeLineSlow: [['probe_duration_seconds{job="office-lines",office="387"}', 5, 0]],
};

/** The figures of a moment, as Prometheus reads them; `isLoud` says whose cause is there. */
export function tellStandIns(isLoud: (alert: string) => boolean, now = Date.now() / 1000): string {
  return Object.entries(standIns)
    .flatMap(([alert, several]) =>
      several.map(([series, loud, quiet]) => [series, isLoud(alert) ? loud : quiet] as const),
    )
    .map(([series, value]) => [series, typeof value === "number" ? value : value(now)] as const)
    .filter(([, value]) => !Number.isNaN(value))
    .map(([series, value]) => `${series} ${value}\n`)
    .join("");
}
