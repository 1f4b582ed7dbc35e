import { ensureDirectory, ensureFile, ensureUnit, mustRun, type Host } from "../host/index.ts";
import { dirname } from "node:path";
import { renderHelpdeskDoor } from "../nginx/render-helpdesk-door.ts";
import { contactText, watchFiles, watchOffices } from "../offices/watch-office.ts";
import type { Site } from "../site/index.ts";
import { renderAlertmanager } from "../watching/config/alertmanager.ts";
import { defaultsFile, watchArguments, watchDropIns } from "../watching/config/exporters.ts";
import { ensureLineProbe } from "../watching/config/line-probe.ts";
import { ensureWatchingRole } from "../watching/config/postgres-role.ts";
import {
  renderBlackbox,
  renderPostgresQueries,
  renderPrometheus,
} from "../watching/config/prometheus.ts";
import { groupsFor, renderRules } from "../watching/config/rules.ts";
import { words } from "../words.ts";
import { ensureExporterPassword, redisExporter } from "./redis-exporter.ts";
import type { Step } from "./step.ts";

/** Prometheus, Alertmanager, their exporters and the helpdesk's page; all of it answers on loopback. */
export const watchingStep: Step = {
  id: "watching",
  title: words({ hi: "निगरानी और सहायता केंद्र", en: "Watch and helpdesk" }),
  async apply(host, { site, isBroken = false }) {
    if (!site.monitoring.enabled) {
      await stopAll(host);
      return;
    }
    await ensureWatchingRole(host);
    const isOtherPassword = await ensureExporterPassword(host);
    const changed = await writeFiles(host, site);
    if (isOtherPassword) {
      changed.add(redisExporter);
    }
    if (await ensureLineProbe(host)) {
      changed.add("prometheus-blackbox-exporter");
    }
    await watchOffices(host);
    await startAll(host, isBroken ? new Set([...units, "nginx"]) : changed);
  },
};

const units: readonly string[] = [
  ...Object.keys(watchArguments),
  redisExporter,
  "secretariat-helpdesk",
];

/** By path: its content, and the units that must read it anew. */
function filesOf(site: Site): ReadonlyMap<string, readonly [string, readonly string[]]> {
  const files = new Map<string, readonly [string, readonly string[]]>([
    ["/etc/prometheus/prometheus.yml", [renderPrometheus(site), ["prometheus"]]],
    ["/etc/prometheus/secretariat/rules.yml", [renderRules(groupsFor(site)), ["prometheus"]]],
    ["/etc/prometheus/alertmanager.yml", [renderAlertmanager(site), ["prometheus-alertmanager"]]],
    ["/etc/prometheus/blackbox.yml", [renderBlackbox(site), ["prometheus-blackbox-exporter"]]],
    [
      "/etc/prometheus/secretariat/postgres-queries.yml",
      [renderPostgresQueries(), ["prometheus-postgres-exporter"]],
    ],
    [watchFiles.contact, [contactText(site), []]], // read anew for every page
    ["/etc/nginx/secretariat/admin.d/helpdesk.conf", [renderHelpdeskDoor(site), ["nginx"]]],
  ]);
  for (const name of Object.keys(watchArguments)) {
    files.set(`/etc/default/${name}`, [defaultsFile(name), [name]]);
  }
  for (const [name, text] of Object.entries(watchDropIns)) {
    files.set(`/etc/systemd/system/${name}.service.d/secretariat.conf`, [text, [name]]);
  }
  return files;
}

async function writeFiles(host: Host, site: Site): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const [path, [content, readers]] of filesOf(site)) {
    await ensureDirectory(host, { path: dirname(path), mode: 0o755 });
    if (await ensureFile(host, { path, content })) {
      readers.forEach((unit) => changed.add(unit));
    }
  }
  return changed;
}

async function startAll(host: Host, changed: ReadonlySet<string>): Promise<void> {
  if (changed.size > 0 && !host.isCheck) {
    await mustRun(["systemctl", "daemon-reload"]);
  }
  for (const name of units) {
    await ensureUnit(host, {
      name: `${name}.service`,
      enabled: true,
      state: "started",
      restart: changed.has(name),
    });
  }
  if (changed.has("nginx") && !host.isCheck) {
    await mustRun(["systemctl", "reload-or-restart", "nginx.service"]);
  }
}

async function stopAll(host: Host): Promise<void> {
  for (const name of units) {
    await ensureUnit(host, { name: `${name}.service`, enabled: false, state: "stopped" });
  }
}
