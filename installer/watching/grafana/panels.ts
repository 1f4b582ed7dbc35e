import { words, type Words } from "../../words.ts";

/** One figure over time: what a data centre looks at. The dashboard is made of this list. */
export interface Panel {
  readonly title: Words;
  readonly unit: "s" | "short" | "percentunit" | "bytes" | "reqps";
  readonly lines: readonly { readonly expr: string; readonly legend: string }[];
}

const failed = 'sum(rate(secretariat_request_seconds_count{status=~"5.."}[5m]))';
const all = "sum(rate(secretariat_request_seconds_count[5m]))";
const within = (share: number): string =>
  `histogram_quantile(${share}, sum by (le) (rate(secretariat_request_seconds_bucket[5m])))`;

export const panels: readonly Panel[] = [
  {
    title: words({ hi: "प्रति सेकंड अनुरोध", en: "Requests a second" }),
    unit: "reqps",
    lines: [{ expr: all, legend: "all" }],
  },
  {
    title: words({ hi: "विफल अनुरोधों का अंश", en: "Share of requests that fail" }),
    unit: "percentunit",
    lines: [{ expr: `${failed} / ${all}`, legend: "5xx" }],
  },
  {
    title: words({ hi: "उत्तर का समय", en: "Time to answer" }),
    unit: "s",
    lines: [
      { expr: within(0.5), legend: "p50" },
      { expr: within(0.95), legend: "p95" },
    ],
  },
  {
    title: words({ hi: "प्रतीक्षा में काम", en: "Work that waits" }),
    unit: "short",
    lines: [
      { expr: "max(secretariat_deliveries_waiting)", legend: "waiting" },
      { expr: "max(secretariat_deliveries_parked)", legend: "given up" },
    ],
  },
  {
    title: words({ hi: "कार्यालयों की लाइनें", en: "Lines of the offices" }),
    unit: "short",
    lines: [{ expr: 'probe_success{job="office-lines"}', legend: "{{office}}" }],
  },
  {
    title: words({ hi: "बैकअप की आयु", en: "Age of backups" }),
    unit: "s",
    lines: [
      {
        expr: "time() - secretariat_backup_last_success_timestamp_seconds",
        legend: "{{kind}}",
      },
    ],
  },
  {
    title: words({ hi: "पिछले WAL संग्रह की आयु", en: "Age of the last archived WAL" }),
    unit: "s",
    lines: [{ expr: "pg_stat_archiver_last_archive_age", legend: "archive" }],
  },
  {
    title: words({ hi: "खाली डिस्क का अंश", en: "Share of disks that is free" }),
    unit: "percentunit",
    lines: [
      {
        expr: 'node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes',
        legend: "{{mountpoint}}",
      },
    ],
  },
  {
    title: words({ hi: "प्रक्रियाओं की मेमोरी", en: "Memory of the processes" }),
    unit: "bytes",
    lines: [{ expr: "secretariat_process_resident_memory_bytes", legend: "{{instance}}" }],
  },
  {
    title: words({ hi: "प्रमाणपत्र कब तक", en: "How long certificates last" }),
    unit: "s",
    lines: [
      { expr: "secretariat_certificate_ends_timestamp_seconds - time()", legend: "{{file}}" },
    ],
  },
];
