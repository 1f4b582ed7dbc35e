/** Something that goes wrong on a host, and how it is set right again; both are commands of a shell. */
export interface Cause {
  readonly alert: string;
  /** As the appliance's specification numbers its faults. */
  readonly fault?: number;
  readonly what: string;
  readonly inject: string;
  readonly undo: string;
}

const superuser = "cd / && runuser -u postgres -- psql -q -p 5432 secretariat -c";
const redis = `redis-cli --no-auth-warning -a "$(systemd-creds decrypt --name=redis-url /etc/secretariat/credentials/redis-url.cred - | sed -E 's#.*://[^:]*:([^@]*)@.*#\\1#')"`;
const tls = "/etc/secretariat/tls";
const facts = "/var/lib/secretariat/installer/backups.json";
const spoil = (part: string): string =>
  `python3 -c 'import json; p="${facts}"; d=json.load(open(p)); d["${part}"]={"at":"2026-01-01T00:00:00Z","isGood":False,"seconds":1}; json.dump(d,open(p,"w"))'`;
const unspoil = (part: string): string =>
  `python3 -c 'import json; p="${facts}"; d=json.load(open(p)); d.pop("${part}",None); json.dump(d,open(p,"w"))'`;
const tamper = (way: string): string =>
  `${superuser} "set session_replication_role = replica; update events set at = at ${way} interval '1 day' where id = (select id from events order by id limit 1)" && secretariat audit verify >/dev/null; true`;
const probes = "/etc/prometheus/secretariat";
const prometheus = "/etc/prometheus/prometheus.yml";
const aside = (path: string): string => `cp -a ${path} ${path}.before`;
const back = (path: string): string => `mv ${path}.before ${path}`;

/** Side by side: none of them hides another. */
export const causes: readonly Cause[] = [
  {
    alert: "ProgramsChanged",
    what: "a program of Debian exchanged",
    inject: `${aside("/usr/bin/amtool")}; echo x >>/usr/bin/amtool; secretariat integrity >/dev/null; true`,
    undo: `${back("/usr/bin/amtool")}; secretariat integrity >/dev/null; true`,
  },
  {
    alert: "RecordBroken",
    fault: 90,
    what: "a row of the record altered by the ruler of the database",
    inject: tamper("-"),
    undo: tamper("+"),
  },
  {
    alert: "ReadOnlyMode",
    what: "read-only mode",
    inject: "secretariat readonly on",
    undo: "secretariat readonly off",
  },
  {
    alert: "RedisPolicyChanged",
    fault: 61,
    what: "eviction allowed by hand",
    inject: `${redis} config set maxmemory-policy allkeys-lru`,
    undo: `${redis} config set maxmemory-policy noeviction`,
  },
  {
    alert: "TargetDown",
    fault: 85,
    what: "an exporter stopped",
    inject: "systemctl stop prometheus-postgres-exporter",
    undo: "systemctl start prometheus-postgres-exporter",
  },
  {
    alert: "UnitFailed",
    what: "a unit that cannot start",
    inject: `mkdir -p /run/systemd/system/secretariat-certificates.service.d; printf '[Service]\\nExecStart=\\nExecStart=/bin/false\\n' >/run/systemd/system/secretariat-certificates.service.d/broken.conf; systemctl daemon-reload; systemctl start secretariat-certificates; true`,
    undo: `rm -r /run/systemd/system/secretariat-certificates.service.d; systemctl daemon-reload; systemctl reset-failed secretariat-certificates`,
  },
  {
    alert: "OfficeLineDown",
    what: "an office whose router does not answer",
    inject: `${aside(`${probes}/offices.json`)}; echo '[{"targets":["10.77.0.250"],"labels":{"office":"999"}}]' >${probes}/offices.json`,
    undo: back(`${probes}/offices.json`),
  },
  {
    alert: "OutsideReachable",
    what: "a probe to which the page opens",
    // Our own exporter plays the one outside, with the question it knows.
    inject: `${aside(prometheus)}; sed '/job_name: site$/,/job_name: office-lines$/!d; /job_name: office-lines$/d; s/job_name: site/job_name: outside/' ${prometheus}.before >>${prometheus}; systemctl reload prometheus`,
    undo: `${back(prometheus)}; systemctl reload prometheus`,
  },
  {
    alert: "CertificateEndsNow",
    fault: 75,
    what: "a certificate with three days left",
    inject: `${aside(`${tls}/server.crt`)}; openssl req -x509 -key ${tls}/server.key -days 3 -subj /CN=short -out ${tls}/server.crt`,
    undo: back(`${tls}/server.crt`),
  },
  {
    alert: "CertificateNotServed",
    fault: 76,
    what: "a new certificate, and nginx not reloaded",
    inject: "true", // the one before
    undo: "true",
  },
  {
    alert: "VerifyFailed",
    what: "a verification that found damage",
    inject: spoil("verify"),
    undo: unspoil("verify"),
  },
  {
    alert: "DrillFailed",
    what: "a drill that failed",
    inject: spoil("drill"),
    undo: unspoil("drill"),
  },
  {
    alert: "WorkerDown",
    what: "the worker stopped",
    inject: "systemctl stop secretariat-worker@1",
    undo: "systemctl start secretariat-worker@1",
  },
  {
    alert: "WebInstanceDown",
    what: "one web process stopped",
    inject: "systemctl stop secretariat-web@2",
    undo: "systemctl start secretariat-web@2",
  },
  {
    alert: "SettingsDrifted",
    fault: 89,
    what: "a line written into nginx' settings by hand",
    inject: `${aside("/etc/nginx/conf.d/secretariat.conf")}; echo "# by hand" >>/etc/nginx/conf.d/secretariat.conf`,
    // Last, and looked at anew: the check of every half hour may have met some of the others.
    undo: `${back("/etc/nginx/conf.d/secretariat.conf")}; systemctl start secretariat-verify-settings`,
  },
];

/** One after the other: each hides something of the others. */
export const gravest: readonly (readonly Cause[])[] = [
  [
    {
      alert: "FiguresStale",
      fault: 87,
      what: "the timer of the figures stopped",
      inject: "systemctl stop secretariat-figures.timer",
      undo: "systemctl start secretariat-figures.timer; systemctl start secretariat-figures",
    },
    {
      alert: "SitePageDown",
      what: "nginx stopped",
      inject: "systemctl stop nginx",
      undo: "systemctl start nginx",
    },
    {
      alert: "RedisDown",
      what: "Redis stopped",
      inject: "systemctl stop redis-server@secretariat",
      undo: "systemctl start redis-server@secretariat",
    },
  ],
  [
    {
      alert: "DatabaseDown",
      what: "Postgres stopped",
      inject: "systemctl stop postgresql@15-secretariat",
      undo: "systemctl start postgresql@15-secretariat",
    },
    {
      alert: "AllWebDown",
      what: "both web processes stopped",
      inject: "systemctl stop secretariat-web@1 secretariat-web@2",
      undo: "systemctl start secretariat-web@1 secretariat-web@2",
    },
  ],
];
