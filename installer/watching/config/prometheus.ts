import { bracketed } from "../../bracketed.ts";
import { adminPort } from "../../nginx/render-nginx.ts";
import { places } from "../../places.ts";
import { dump } from "js-yaml";
import type { Site } from "../../site/index.ts";
import { alertsByMail } from "./alertmanager.ts";
import { watchFiles } from "../../offices/watch-office.ts";

const loopback = (port: number): string => `127.0.0.1:${port}`;

/** Where the exporters answer; all of it on loopback. */
export const exporterPorts = { node: 9100, postgres: 9187, redis: 9121, blackbox: 9115 } as const;

/** Prometheus' own settings: our processes, the exporters, the page as people open it, the lines of the offices. */
export function renderPrometheus(site: Site): string {
  const web = Array.from({ length: site.web.instances }, (_, index) => loopback(9181 + index));
  const workers = Array.from({ length: site.worker.instances }, (_, index) =>
    loopback(9191 + index),
  );
  return dump(
    {
      global: { scrape_interval: "15s", evaluation_interval: "15s" },
      rule_files: ["/etc/prometheus/secretariat/rules.yml"],
      alerting: { alertmanagers: [{ static_configs: [{ targets: [loopback(9093)] }] }] },
      scrape_configs: [
        job("web", web),
        job("worker", workers),
        job("prometheus", [loopback(9090)]),
        job("alertmanager", [loopback(9093)]),
        job("blackbox", [loopback(exporterPorts.blackbox)]),
        job("node", [loopback(exporterPorts.node)]),
        job("postgres", [loopback(exporterPorts.postgres)]),
        job("redis", [loopback(exporterPorts.redis)]),
        {
          ...probe("site", "secretariat"),
          static_configs: [{ targets: [`https://${bracketed(site.address)}/sign-in`] }],
        },
        {
          ...probe("office-lines", "icmp"),
          file_sd_configs: [{ files: [watchFiles.lines] }],
        },
        ...(alertsByMail(site) ? [mailRelay(site.mail.relay)] : []),
        ...(site.monitoring.outsideProbe === undefined
          ? []
          : [fromOutside(site, site.monitoring.outsideProbe)]),
      ],
    },
    { lineWidth: -1, noRefs: true },
  );
}

/** That mail goes out is asked before there is need of it. */
function mailRelay(relay: string) {
  return { ...probe("mail-relay", "mail"), static_configs: [{ targets: [relay] }] };
}

/** Another machine's exporter knocks at every door we have, with what Debian's own settings of it bring. */
function fromOutside({ address }: Site, prober: string) {
  const doors = [443, adminPort, 22].map((port) => `${bracketed(address)}:${port}`);
  const asked = probe("outside", "tcp_connect", withPort(prober, exporterPorts.blackbox));
  return { ...asked, static_configs: [{ targets: doors }] };
}

function withPort(target: string, usual: number): string {
  return target.includes(":") ? target : `${target}:${usual}`;
}

function job(name: string, targets: readonly string[]) {
  return { job_name: name, static_configs: [{ targets }] };
}

/** A blackbox exporter asks in our stead; the target becomes a parameter of the question. */
function probe(name: string, module: string, prober = loopback(exporterPorts.blackbox)) {
  return {
    job_name: name,
    metrics_path: "/probe",
    params: { module: [module] },
    relabel_configs: [
      { source_labels: ["__address__"], target_label: "__param_target" },
      { source_labels: ["__param_target"], target_label: "instance" },
      { target_label: "__address__", replacement: prober },
    ],
  };
}

/** How the page and the lines are asked; our own authority is believed beside those of the system. */
export function renderBlackbox(site: Site): string {
  const authority = `${places.tls}/authority.crt`;
  // Asked by its address: the server may not be able to look its own name up.
  const tls = {
    server_name: site.name,
    ...(site.tls.mode === "own-authority" ? { ca_file: authority } : {}),
  };
  const http = {
    valid_status_codes: [200],
    preferred_ip_protocol: "ip4",
    follow_redirects: false,
    headers: { Host: site.name },
    tls_config: tls,
  };
  const modules = {
    secretariat: { prober: "http", timeout: "10s", http },
    mail: { prober: "tcp", timeout: "5s", tcp: mailTalk },
    icmp: { prober: "icmp", timeout: "5s", icmp: { preferred_ip_protocol: "ip4" } },
  };
  return dump({ modules }, { lineWidth: -1 });
}

const mailTalk = {
  preferred_ip_protocol: "ip4",
  query_response: [{ expect: "^220" }, { send: "QUIT" }],
};

/** What Debian's postgres exporter does not count by itself. */
export function renderPostgresQueries(): string {
  return dump({
    pg_wal: {
      query: "select coalesce(sum(size), 0) as bytes from pg_ls_waldir()",
      metrics: [{ bytes: { usage: "GAUGE", description: "Size of the write-ahead log" } }],
    },
    // Where nothing is written, nothing is archived either: only what waits says that archiving has stopped.
    pg_archive: {
      query: `select count(*) as waiting,
        coalesce(extract(epoch from now() - min(modification)), 0) as oldest_waiting_seconds
        from pg_ls_archive_statusdir() where name like '%.ready'`,
      metrics: [
        { waiting: { usage: "GAUGE", description: "WAL segments that wait to be archived" } },
        { oldest_waiting_seconds: { usage: "GAUGE", description: "How long the first one waits" } },
      ],
    },
    pg_database: {
      query: "select datname, age(datfrozenxid) as xid_age from pg_database where datallowconn",
      metrics: [
        { datname: { usage: "LABEL", description: "Name of the database" } },
        { xid_age: { usage: "GAUGE", description: "Age of its oldest transaction" } },
      ],
    },
  });
}
