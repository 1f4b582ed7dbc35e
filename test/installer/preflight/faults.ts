import type { Context } from "../../../installer/preflight/check.ts";
import {
  absent,
  closedFolder,
  gibibyte,
  journalSettings,
  rotatedFor180Days,
  rotation,
  type Invented,
} from "./invented-machine.ts";

export interface Fault {
  readonly id: string;
  readonly machine?: Invented;
  readonly site?: Partial<Context["site"]>;
  readonly installed?: string;
  /** Where this fault weighs otherwise than the check does. */
  readonly severity?: "warn" | "fail";
}

const status = (line: string) => ({ "/var/lib/dpkg/status": `Package: nginx\nStatus: ${line}\n` });

/** A journal whose first line is ten days old on the invented server. */
function journalOfTenDays(begin: string): Record<string, readonly string[]> {
  const microseconds = (1793000000 + 3_600 - 10 * 86_400) * 1e6;
  const name = `${begin}${"a".repeat(32)}-${"0".repeat(16)}-${microseconds.toString(16).padStart(16, "0")}.journal`;
  return { "/var/log/journal": ["id"], "/var/log/journal/id": ["system.journal", name] };
}

/** One server for each thing that may be wrong. */
export const faults: readonly Fault[] = [
  { id: "PF-002", machine: { files: { "/etc/os-release": 'PRETTY_NAME="Ubuntu"\nID=ubuntu\n' } } },
  { id: "PF-002", machine: { files: { "/etc/os-release": "" } } },
  { id: "PF-003", machine: { architecture: "arm64" } },
  { id: "PF-004", machine: { files: { "/proc/cpuinfo": "processor: 0\nflags : fpu\n" } } },
  { id: "PF-005", machine: { files: { "/proc/meminfo": "MemTotal: 3000000 kB\n" } } },
  {
    id: "PF-005",
    machine: { files: { "/proc/meminfo": "MemTotal: 6000000 kB\n" } },
    severity: "warn",
  },
  { id: "PF-006", machine: { files: { "/proc/cpuinfo": "processor\t: 0\n" } } },
  { id: "PF-007", machine: { spaces: { "/opt/secretariat": { freeBytes: gibibyte } } } },
  { id: "PF-008", machine: { spaces: { "/var/lib/postgresql": { freeInodes: 5 } } } },
  { id: "PF-009", machine: { syncTimes: async () => [1, 1, 90] } },
  { id: "PF-009", machine: { syncTimes: async () => [900] }, severity: "fail" },
  { id: "PF-009", machine: { syncTimes: async () => undefined } },
  { id: "PF-010", machine: { files: { "/proc/self/mounts": "tmpfs /tmp tmpfs rw,noexec 0 0\n" } } },
  { id: "PF-011", machine: { files: { "/proc/self/mounts": "/dev/sda1 / ext4 ro 0 0\n" } } },
  { id: "PF-012", site: { sizing: "state" } },
  { id: "PF-013", machine: { files: { "/proc/net/tcp6": "sl\n 0: 00:01BB 00:0000 0A\n" } } },
  {
    id: "PF-014",
    machine: {
      folders: { "/etc/postgresql": ["15"], "/etc/postgresql/15": ["main", "secretariat"] },
    },
  },
  { id: "PF-015", machine: { folders: { "/etc/nginx/sites-enabled": ["default", "shop"] } } },
  { id: "PF-016", machine: { folders: { "/etc/redis": ["redis.conf"] } } },
  {
    id: "PF-017",
    machine: { files: { "/etc/passwd": "secretariat:x:1000:1000::/home/s:/bin/bash\n" } },
  },
  { id: "PF-018", machine: { programs: { "locale -a": "C\nPOSIX\n" } } },
  { id: "PF-019", machine: { files: { "/proc/sys/kernel/random/entropy_avail": "20\n" } } },
  {
    id: "PF-020",
    machine: {
      programs: { "timedatectl show --property=NTPSynchronized": "NTPSynchronized=no\n" },
    },
  },
  { id: "PF-021", machine: { clockAhead: async () => 600_000 } },
  { id: "PF-021", machine: { clockAhead: async () => undefined }, severity: "warn" },
  { id: "PF-022", site: { timeServers: [] } },
  { id: "PF-023", machine: { lookUp: async () => [] } },
  { id: "PF-024", machine: { namesOf: async () => [] } },
  { id: "PF-025", machine: { addresses: () => ["127.0.0.1"] } },
  { id: "PF-026", site: { vpnRanges: ["10.99.0.0/16"] } },
  { id: "PF-027", site: { adminRanges: ["8.8.8.0/24"] } },
  { id: "PF-027", site: { helpdeskRanges: ["8.8.8.0/24"] } },
  { id: "PF-028", site: { adminRanges: ["10.0.0.0/16"] } },
  { id: "PF-029", machine: { trust: async () => "untrusted" } },
  { id: "PF-030", machine: { json: async () => ({ issuer: "https://other.example" }) } },
  { id: "PF-030", machine: { json: async () => undefined } },
  { id: "PF-037", machine: { spaces: { "/var/backups/secretariat": { freeBytes: 1 } } } },
  { id: "PF-038", machine: { spaces: { "/var/backups/secretariat": { device: 1 } } } },
  { id: "PF-039", machine: { certificateOf: async () => "cd".repeat(32) } },
  {
    id: "PF-040",
    site: {
      backups: {
        folder: "/var/backups/secretariat",
        secondReadWeeks: 4,
        fullOn: "sunday",
        keepDays: 35,
      },
    },
  },
  { id: "PF-041", machine: { greeting: async () => "554 no" } },
  { id: "PF-042", machine: { files: status("install ok half-configured") } },
  { id: "PF-043", machine: { files: status("hold ok installed") } },
  {
    id: "PF-044",
    machine: { files: { "/proc/locks": "1: POSIX  ADVISORY  WRITE 812 08:01:131 0 EOF\n" } },
  },
  { id: "PF-045", machine: { entry: async () => ({ ...closedFolder, mode: 0o666 }) } },
  { id: "PF-046", machine: { files: { "/sys/module/apparmor/parameters/enabled": "N\n" } } },
  { id: "PF-047", machine: { files: { "/sys/kernel/security/lockdown": "[none] integrity\n" } } },
  { id: "PF-048", machine: { umask: 0 } },
  { id: "PF-048", machine: { umask: 0o777 } },
  { id: "PF-049", machine: { folders: { "/var/lib/secretariat/documents": ["ab"] } } },
  { id: "PF-050", machine: { programs: { "/bundle/install verify": absent } } },
  { id: "PF-051", installed: "1.0.0" },
  { id: "PF-051", installed: "2.0.0" },
  {
    id: "PF-052",
    machine: {
      programs: { "/usr/local/bin/secretariat migrations status --json": '{"waiting":2}' },
    },
  },
  {
    id: "PF-052",
    machine: { programs: { "/usr/local/bin/secretariat migrations status --json": "" } },
  },
  { id: "PF-053", machine: { now: () => new Date(1793000000_000 + 40 * 3_600_000) } },
  { id: "PF-053", machine: { folders: { "/var/lib/prometheus/node-exporter": [] } } },
  { id: "PF-054", machine: { now: () => new Date(1793000000_000 + 300 * 3_600_000) } },
  { id: "PF-055", machine: { files: { "/var/lib/secretariat/installer/escrow.json": "" } } },
  { id: "PF-056", machine: { files: { "/proc/1/comm": "docker-init\n" } } },
  { id: "PF-057", machine: { isRoot: false } },
  { id: "PF-058", machine: { programs: { "systemd-creds --version": absent } } },
  { id: "PF-059", machine: { files: { "/proc/sys/vm/overcommit_memory": "2\n" } } },
  {
    id: "PF-060",
    machine: { files: { "/proc/self/limits": "Max open files  1024  4096  files\n" } },
  },
  { id: "PF-061", machine: { files: { "/sys/fs/cgroup/cgroup.controllers": "" } } },
  { id: "PF-062", machine: { lookUp: async () => [] } },
  { id: "PF-063", machine: { entry: async () => ({ ...closedFolder, mode: 0o755 }) } },
  {
    id: "PF-064",
    machine: {
      programs: {
        "dpkg --verify secretariat-1.1.0": "??5?????? /opt/secretariat/releases/1.1.0/x.js\n",
      },
    },
  },
  { id: "PF-065", machine: { entry: async () => closedFolder } },
  { id: "PF-066", machine: { entry: async () => undefined } },
  { id: "PF-067", machine: { programs: { [journalSettings]: "Storage=volatile\n" } } },
  {
    id: "PF-067",
    machine: { programs: { [journalSettings]: "MaxRetentionSec=187day\nMaxRetentionSec=7day\n" } },
  },
  { id: "PF-067", machine: { folders: journalOfTenDays("system@") } }, // 512 MB of 4 GB: 80 days
  { id: "PF-068", machine: { programs: { [rotation]: absent } } },
  { id: "PF-068", machine: { programs: { [rotation]: rotatedFor180Days("nginx") } } },
  {
    id: "PF-068",
    machine: { programs: { [rotation]: "error: nginx:1 duplicate log entry for /var/log/x\n" } },
  },
  { id: "PF-068", machine: { programs: { "systemctl is-active logrotate.timer": "inactive\n" } } },
  { id: "PF-069", machine: { entry: async () => undefined } },
  { id: "PF-070", machine: { directoryTrees: async () => ["dc=mp,dc=example", "cn=config"] } },
  { id: "PF-071", machine: { files: { "/etc/resolv.conf": "nameserver 127.0.0.1\n" } } },
];
