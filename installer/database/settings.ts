import { sizingOf, type Site } from "../site/index.ts";
import { cluster } from "./own-cluster.ts";

/** `conf.d/10-secretariat.conf`: what differs from Debian's settings. Archiving is set by the step of backups. */
export function clusterSettings(site: Pick<Site, "sizing" | "web" | "worker">): string {
  const processes = site.web.instances + site.worker.instances;
  const connections = Math.max(60, processes * sizingOf(site).pool + 30);
  const settings = {
    listen_addresses: "'127.0.0.1'",
    port: String(cluster.port),
    max_connections: String(connections),
    password_encryption: "scram-sha-256",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    jit: "off",
    wal_compression: "zstd",
    checkpoint_timeout: "15min",
    max_wal_size: "4GB",
    random_page_cost: "1.1",
    log_checkpoints: "on",
    log_lock_waits: "on",
    log_min_duration_statement: "2s",
    log_parameter_max_length: "0", // what people wrote stays out of the log
    log_parameter_max_length_on_error: "0",
    idle_in_transaction_session_timeout: "5min",
    ...sizingOf(site).postgres,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}`);
  return ["# Written by the installer from site.yml.", ...lines, ""].join("\n");
}

/** `pg_hba.conf`: over the socket the system says who asks; over TCP only from here, and only by password. */
export const accessRules = `# Written by the installer.
# TYPE  DATABASE     USER                ADDRESS         METHOD
local   all          postgres                            peer map=secretariat
local   all          prometheus                          peer
host    secretariat  secretariat_app     127.0.0.1/32    scram-sha-256
host    secretariat  secretariat_owner   127.0.0.1/32    scram-sha-256
host    secretariat  secretariat_report  127.0.0.1/32    scram-sha-256
`;

/** `pg_ident.conf`: root may do what postgres may, as it could anyhow by becoming it. */
export const nameMap = `# Written by the installer.
# MAPNAME     SYSTEM-USERNAME  PG-USERNAME
secretariat   postgres         postgres
secretariat   root             postgres
`;
