import { cluster } from "../database/index.ts";
import { helpdeskPort } from "../nginx/render-helpdesk-door.ts";
import { adminPort, webPorts } from "../nginx/render-nginx.ts";
import type { Site } from "../site/index.ts";
import { processesOf } from "../steps/services.ts";
import { exporterPorts } from "../watching/config/prometheus.ts";

const nginx = [443, adminPort];
const redis = 6379;
/** Prometheus, Alertmanager, the helpdesk's page and the exporters. */
const watching = [9090, 9093, helpdeskPort, ...Object.values(exporterPorts)];

/** Every TCP port on which what we install will answer. */
export function ourPorts(site: Pick<Site, "web" | "worker" | "monitoring">): readonly number[] {
  const healths = processesOf(site).map(({ port }) => port);
  const served = [...nginx, cluster.port, redis, ...webPorts(site), ...healths];
  return site.monitoring.enabled ? [...served, ...watching] : served;
}
