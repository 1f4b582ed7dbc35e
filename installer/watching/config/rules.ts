import { dump } from "js-yaml";
import type { Site } from "../../site/index.ts";
import { alertGroups, impacts, type Alert } from "../alerts/index.ts";

type Groups = Readonly<Record<string, readonly Alert[]>>;

/** What a site does not have cannot be missed there: without a scanner nobody watches one. */
export function groupsFor({ scanner }: Pick<Site, "scanner">): Groups {
  const isHere = ({ name }: Alert): boolean => scanner || !name.startsWith("Scanner");
  return Object.fromEntries(
    Object.entries(alertGroups).map(([name, alerts]) => [name, alerts.filter(isHere)]),
  );
}

/** The alert rules as Prometheus reads them. */
export function renderRules(wanted: Groups = alertGroups): string {
  const groups = Object.entries(wanted).map(([name, alerts]) => ({
    name: `secretariat-${name}`,
    rules: alerts.map((alert) => ({
      alert: alert.name,
      expr: alert.expr,
      for: alert.for,
      labels: { severity: alert.severity, impact: alert.impact },
      annotations: {
        summary: alert.title.en,
        summary_hi: alert.title.hi,
        notice: impacts[alert.impact].notice.en,
        runbook: `/helpdesk/alerts/${alert.name}`,
      },
    })),
  }));
  return dump({ groups }, { lineWidth: -1, noRefs: true });
}
