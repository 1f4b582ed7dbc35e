import { credentialPath } from "../../secrets/index.ts";
import { exporterPorts } from "./prometheus.ts";

const written = "# Written by the installer from site.yml.\n";
const loopback = (port: number): string => `127.0.0.1:${port}`;

/** What Debian's units are started with: everything answers on loopback alone. */
export const watchArguments: Readonly<Record<string, string>> = {
  prometheus: `ARGS="--web.listen-address=127.0.0.1:9090 --storage.tsdb.retention.time=90d --storage.tsdb.retention.size=8GB"`,
  "prometheus-alertmanager": `ARGS="--web.listen-address=127.0.0.1:9093 --cluster.listen-address="`,
  "prometheus-node-exporter": `ARGS="--web.listen-address=${loopback(exporterPorts.node)} --collector.textfile.directory=/var/lib/prometheus/node-exporter"`,
  "prometheus-blackbox-exporter": `ARGS="--web.listen-address=${loopback(exporterPorts.blackbox)} --config.file=/etc/prometheus/blackbox.yml"`,
  "prometheus-postgres-exporter": [
    'DATA_SOURCE_NAME="user=prometheus host=/run/postgresql dbname=secretariat sslmode=disable"',
    `ARGS="--web.listen-address=${loopback(exporterPorts.postgres)} --extend.query-path=/etc/prometheus/secretariat/postgres-queries.yml"`,
  ].join("\n"),
};

export function defaultsFile(name: string): string {
  return `${written}${watchArguments[name] ?? ""}\n`;
}

/** Drop-ins for what a file of defaults cannot say. */
export const watchDropIns: Readonly<Record<string, string>> = {
  // The password comes as systemd unseals it, never by an argument or the environment.
  "prometheus-redis-exporter": `${written}[Service]
LoadCredentialEncrypted=redis-exporter:${credentialPath("redis-exporter")}
ExecStart=
ExecStart=/usr/bin/prometheus-redis-exporter --web.listen-address=${loopback(exporterPorts.redis)} --redis.addr=redis://127.0.0.1:6379 --redis.password-file=%d/redis-exporter
`,
};

/** As the Redis exporter reads it: the password by the address it is for. */
export function redisPasswords(password: string): string {
  return JSON.stringify({ "redis://127.0.0.1:6379": password });
}
