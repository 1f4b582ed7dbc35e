import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { statesOfUnits } from "../command/systemd-units.ts";
import { inOurDatabase } from "../database/index.ts";
import { capture } from "../host/index.ts";
import { places } from "../places.ts";
import { preflight } from "../preflight/preflight.ts";
import type { Source } from "./make-support-bundle.ts";

const journal = ["journalctl", "--no-pager", "--output=short-iso", "--since=-3d", "--lines=20000"];
const parts: Readonly<Record<string, readonly string[]>> = {
  web: ["secretariat-web@*"],
  worker: ["secretariat-worker@*"],
  postgres: ["postgresql@15-secretariat", "secretariat-migrate"],
  redis: ["redis-server@secretariat"],
  nginx: ["nginx"],
  backups: [
    "secretariat-backup-*",
    "secretariat-verify",
    "secretariat-verify-second",
    "secretariat-drill",
  ],
  kernel: ["-k"],
};

/** What somebody far away needs to understand this server. */
export function sourcesHere(): readonly Source[] {
  return [
    ...programs,
    ...files,
    ...Object.entries(parts).map(([name, units]) => logOf(name, units)),
    {
      name: "units.json",
      read: async () =>
        json(await statesOfUnits(["secretariat*", "postgresql@*", "redis*", "nginx*"])),
    },
    { name: "preflight.json", read: async () => json(await preflight({ site: places.site })) },
    { name: "figures.txt", read: figures },
    { name: "database.json", read: async () => json(await database()) },
    { name: "steps-of-install.log", read: () => filesIn(join(places.installer, "logs"), ".log") },
  ];
}

const programs: readonly Source[] = [
  program("packages.txt", ["dpkg-query", "-W", "-f=${Package} ${Version} ${db:Status-Abbrev}\n"]),
  program("timers.txt", ["systemctl", "list-timers", "--all", "--no-pager"]),
  program("failed.txt", ["systemctl", "list-units", "--failed", "--no-pager"]),
  program("disk.txt", ["df", "-hT"]),
  program("inodes.txt", ["df", "-i"]),
  program("memory.txt", ["free", "-m"]),
  program("processes.txt", ["ps", "-eo", "pid,ppid,user,rss,pcpu,etime,comm", "--sort=-rss"]),
  program("sockets.txt", ["ss", "-ltnp"]),
  program("addresses.txt", ["ip", "-brief", "address"]),
  program("kernel.txt", ["uname", "-a"]),
  program("firewall.txt", ["nft", "list", "ruleset"]),
];

const files: readonly Source[] = [
  file("site.yml", places.site),
  file("web.env", places.webEnvironment),
  file("release.json", join(places.current, "release.json")),
  file("os-release.txt", "/etc/os-release"),
  file("install.json", join(places.installer, "journal.json")),
  file("upgrade.json", join(places.installer, "upgrade.json")),
  file("nginx.conf", "/etc/nginx/conf.d/secretariat.conf"),
];

function program(name: string, command: readonly string[]): Source {
  return {
    name,
    read: async () => {
      const { output, errors } = await capture(command, { timeoutSeconds: 15 });
      return output + errors;
    },
  };
}

function file(name: string, path: string): Source {
  return { name, read: () => readFile(path, "utf8") };
}

function logOf(name: string, units: readonly string[]): Source {
  const chosen = units.flatMap((unit) => (unit.startsWith("-") ? [unit] : ["-u", unit]));
  return program(`log-${name}.txt`, [...journal, ...chosen]);
}

async function figures(): Promise<string> {
  const ports = [9181, 9182, 9191];
  const told = await Promise.all(ports.map((port) => metricsOf(port)));
  return [...told, await filesIn(places.figures, ".prom")].join("\n");
}

async function metricsOf(port: number): Promise<string> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
      signal: AbortSignal.timeout(3_000),
    });
    return `# port ${port}\n${await answer.text()}`;
  } catch {
    return `# port ${port}: no answer\n`;
  }
}

async function filesIn(folder: string, ending: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.map((text, at) => `== ${names[at] ?? ""}\n${text}`).join("\n");
}

/** Sizes, settings and waits; never a row of the office. */
function database(): Promise<object> {
  return inOurDatabase(async ({ rows }) => ({
    tables: await rows(
      `select relname, n_live_tup, n_dead_tup, last_autovacuum, pg_total_relation_size(relid) as bytes
       from pg_stat_user_tables order by bytes desc limit 60`,
    ),
    settings: await rows(
      "select name, setting from pg_settings where source not in ('default', 'client')",
    ),
    waits: await rows(
      "select state, wait_event_type, wait_event, count(*)::int as count from pg_stat_activity group by 1, 2, 3",
    ),
    steps: await rows("select name, at from migrations order by name"),
    archiver: await rows("select * from pg_stat_archiver"),
  }));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
