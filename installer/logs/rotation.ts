import type { Site } from "../site/index.ts";

interface Rotated {
  /** Debian's own rule, which we replace: logrotate refuses a log that stands in two. */
  readonly rule: string;
  readonly logs: string;
  readonly lines: readonly string[];
}

const nginxReopens =
  "[ ! -f /run/nginx.pid ] || /bin/kill -USR1 $(/bin/cat /run/nginx.pid) 2>/dev/null || true";

/** What writes files of its own; everything else writes to the journal. */
export const rotatedLogs: readonly Rotated[] = [
  {
    rule: "/etc/logrotate.d/nginx",
    logs: "/var/log/nginx/*.log",
    lines: [
      "create 0640 www-data adm",
      "sharedscripts",
      "postrotate",
      `  ${nginxReopens}`,
      "endscript",
    ],
  },
  {
    rule: "/etc/logrotate.d/postgresql-common",
    logs: "/var/log/postgresql/*.log",
    lines: ["copytruncate", "su root root"],
  },
  // Redis opens its log anew for each line.
  { rule: "/etc/logrotate.d/redis-server", logs: "/var/log/redis/*.log", lines: [] },
];

/** logrotate's rules by their paths: a file a day, as many as there are days to keep. */
export function renderRotation({
  logs: { keepDays },
}: Pick<Site, "logs">): ReadonlyMap<string, string> {
  const always = [
    "daily",
    `rotate ${keepDays}`,
    "missingok",
    "notifempty",
    "compress",
    "delaycompress",
  ];
  return new Map(
    rotatedLogs.map(({ rule, logs, lines }) => [
      rule,
      [
        "# Written by the installer from site.yml (logs.keepDays), in the place of Debian's rule.",
        `${logs} {`,
        ...[...always, ...lines].map((line) => `  ${line}`),
        "}",
        "",
      ].join("\n"),
    ]),
  );
}
