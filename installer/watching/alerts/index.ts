import { accessAlerts } from "./access.ts";
import { backupsAlerts } from "./backups.ts";
import { certificatesAlerts } from "./certificates.ts";
import { databaseAlerts } from "./database.ts";
import { machineAlerts } from "./machine.ts";
import { officesAlerts } from "./offices.ts";
import { queueAlerts } from "./queue.ts";
import { serviceAlerts } from "./service.ts";
import { storageAlerts } from "./storage.ts";
import type { Alert } from "./alert.ts";

export type { Alert, Called, Severity } from "./alert.ts";
export { impacts, type Impact } from "./impacts.ts";

/** All that is watched, by the group in which Prometheus judges it. */
export const alertGroups: Readonly<Record<string, readonly Alert[]>> = {
  service: serviceAlerts,
  database: databaseAlerts,
  queue: queueAlerts,
  storage: storageAlerts,
  backups: backupsAlerts,
  certificates: certificatesAlerts,
  access: accessAlerts,
  machine: machineAlerts,
  offices: officesAlerts,
};

export const alerts: readonly Alert[] = Object.values(alertGroups).flat();

const byName = new Map(alerts.map((alert) => [alert.name, alert]));

export function alertOf(name: string): Alert | undefined {
  return byName.get(name);
}
