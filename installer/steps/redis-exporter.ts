import { ensureUnit, type Host } from "../host/index.ts";
import { credentialPath, neededSecret, passwordIn, vault } from "../secrets/index.ts";
import type { Site } from "../site/index.ts";
import { redisPasswords } from "../watching/config/exporters.ts";
import { restartedSince } from "./restarted-since.ts";

export const redisExporter = "prometheus-redis-exporter";
const secret = "redis-exporter";

/** The exporter's own copy of the password; true when it runs with another, which systemd handed it at its start. */
export async function ensureExporterPassword(host: Host): Promise<boolean> {
  const password = passwordIn(await neededSecret(host, "redis-url"));
  const isChanged = await vault.write(host, secret, redisPasswords(password));
  return isChanged || !(await restartedSince(`${redisExporter}.service`, [credentialPath(secret)]));
}

/** Takes the exporter along when the password changes: the watch is not blind until somebody reconfigures. */
export async function handToExporter(host: Host, site: Site): Promise<void> {
  if (site.monitoring.enabled && (await ensureExporterPassword(host))) {
    const name = `${redisExporter}.service`;
    await ensureUnit(host, { name, enabled: true, state: "started", restart: true });
  }
}
