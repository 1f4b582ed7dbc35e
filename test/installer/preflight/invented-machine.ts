import type { Entry, Machine, Space } from "../../../installer/preflight/machine.ts";

export const gibibyte = 1024 ** 3;

export const room: Space = {
  freeBytes: 900 * gibibyte,
  totalBytes: 1000 * gibibyte,
  freeInodes: 900,
  totalInodes: 1000,
  device: 1,
};

/** What a program answers that is not there. */
export const absent = "(absent)";

export const closedFolder: Entry = {
  kind: "folder",
  mode: 0o700,
  owner: 0,
  device: 0x801,
  inode: 131,
};

/** Files, folders and answers of programs; the rest of a machine as it is asked for. */
export interface Invented extends Partial<Omit<Machine, "text" | "names" | "ask" | "space">> {
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  readonly programs?: Readonly<Record<string, string>>;
  readonly spaces?: Readonly<Record<string, Partial<Space>>>;
}

const healthyFiles: Readonly<Record<string, string>> = {
  "/etc/os-release": 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n',
  "/proc/cpuinfo": Array.from(
    { length: 4 },
    (_, core) => `processor\t: ${core}\nflags\t\t: fpu sse4_2 popcnt aes\n`,
  ).join("\n"),
  "/proc/meminfo": "MemTotal:        8388608 kB\n",
  "/proc/self/mounts": "/dev/sda1 / ext4 rw,relatime 0 0\ntmpfs /tmp tmpfs rw,nosuid 0 0\n",
  "/proc/net/tcp": "  sl  local_address rem_address   st\n   0: 0100007F:0016 00000000:0000 0A\n",
  "/etc/passwd":
    "root:x:0:0:root:/root:/bin/bash\nsecretariat:x:990:990::/var/lib/secretariat:/usr/sbin/nologin\n",
  "/proc/sys/kernel/random/entropy_avail": "256\n",
  "/var/lib/dpkg/status":
    "Package: nginx\nStatus: install ok installed\n\nPackage: bash\nStatus: install ok installed\n",
  "/proc/7/comm": "unattended-upgr\n",
  "/proc/locks": "1: POSIX  ADVISORY  WRITE 7 08:01:99 0 EOF\n",
  "/sys/module/apparmor/parameters/enabled": "Y\n",
  "/sys/kernel/security/lockdown": "none [integrity] confidentiality\n",
  "/proc/1/comm": "systemd\n",
  "/proc/sys/vm/overcommit_memory": "1\n",
  "/proc/self/limits":
    "Max open files            1024                 524288               files\n",
  "/sys/fs/cgroup/cgroup.controllers": "cpuset cpu io memory pids\n",
  "/etc/resolv.conf": "nameserver 10.10.0.2\n",
  "/etc/hostname": "app1\n",
  "/var/lib/secretariat/installer/escrow.json": '{"provenAt":"2026-11-01T00:00:00Z"}',
  "/var/lib/prometheus/node-exporter/backup.prom":
    'secretariat_backup_last_success_timestamp_seconds{kind="database"} 1793000000\n' +
    "secretariat_backup_drill_passed_timestamp_seconds 1793000000\n",
  "/bundle/manifest.json": JSON.stringify({
    format: 1,
    version: "1.2.0",
    date: "2026-11-01",
    minFrom: "1.1.0",
    supersedes: [],
    schema: { to: "0030-x", reads: "0026-bytes-brought" },
    postgresMajor: 15,
    os: { id: "debian", from: "12", to: "12", architecture: "amd64" },
    package: "secretariat-1.2.0_1.2.0_amd64.deb",
    sizes: { bundle: 1, installedKibibytes: 1 },
    files: {},
  }),
};

export const journalSettings = "systemd-analyze cat-config systemd/journald.conf";
export const rotation = "logrotate --debug /etc/logrotate.conf";

export function rotatedFor180Days(program: string): string {
  return `rotating pattern: /var/log/${program}/*.log  after 1 days (180 rotations)\n`;
}

const healthyPrograms: Readonly<Record<string, string>> = {
  "locale -a": "C\nC.utf8\nPOSIX\n",
  "timedatectl show --property=NTPSynchronized": "NTPSynchronized=yes\n",
  "systemctl --version": "systemd 252 (252.39-1~deb12u1)\n",
  "systemd-creds --version": "systemd 252\n",
  "/bundle/install verify": "1.2.0\n",
  "/usr/local/bin/secretariat migrations status --json": '{"waiting":0}',
  "dpkg --verify secretariat-1.1.0": "",
  [journalSettings]:
    "Storage=auto\nStorage=persistent\nMaxFileSec=7day\nMaxRetentionSec=187day\nSystemMaxUse=4G\n",
  "systemd-analyze timespan 7day": "Original: 7day\n      μs: 604800000000\n   Human: 1w\n",
  "systemd-analyze timespan 187day": "Original: 187day\n      μs: 16156800000000\n",
  "journalctl --disk-usage": "Archived and active journals take up 512.0M in the file system.\n",
  [rotation]: ["nginx", "postgresql", "redis"].map(rotatedFor180Days).join("\n"),
  "systemctl is-active logrotate.timer": "active\n",
};

/** A server with nothing wrong, but for what is said otherwise. A program that is not told of is not there. */
export function inventedMachine(told: Invented = {}): Machine {
  const files = { ...healthyFiles, ...told.files };
  const folders: Readonly<Record<string, readonly string[]>> = {
    "/proc": ["1", "7", "meminfo"],
    "/var/lib/prometheus/node-exporter": ["backup.prom"],
    ...told.folders,
  };
  const programs = { ...healthyPrograms, ...told.programs };
  return {
    architecture: "x64",
    isRoot: true,
    umask: 0o022,
    now: () => new Date(1793000000_000 + 3_600_000),
    text: async (path) => files[path] || undefined,
    entry: async (path) => (path.startsWith("/run/") ? undefined : closedFolder),
    names: async (folder) => folders[folder] ?? [],
    ask: async (command) => {
      const output = programs[command.join(" ")];
      return output === undefined || output === absent
        ? { code: 127, output: "", errors: "" }
        : { code: 0, output, errors: "" };
    },
    space: async (path) => ({
      ...room,
      ...(path.startsWith("/var/backups") ? { device: 2 } : {}),
      ...told.spaces?.[path],
    }),
    syncTimes: async () => [1, 2, 3],
    addresses: () => ["127.0.0.1", "10.10.4.20"],
    lookUp: async () => ["10.10.4.20"],
    namesOf: async () => ["eoffice.cg.example"],
    greeting: async () => "220 relay.cg.example ESMTP",
    certificateOf: async () => "ab".repeat(32),
    clockAhead: async () => 12,
    json: async () => ({ issuer: "https://parichay.example" }),
    trust: async () => "trusted",
    directoryTrees: async () => ["cn=config", "DC=cg, DC=example"],
    ...told,
  };
}
