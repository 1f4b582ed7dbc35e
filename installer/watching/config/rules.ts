import { dump } from "js-yaml";
import { alertGroups, impacts, type Alert } from "../alerts/index.ts";

type Groups = Readonly<Record<string, readonly Alert[]>>;

/** The alert rules as Prometheus reads them. */
export function renderRules(wanted: Groups = alertGroups): string {
  const groups = Object.entries(wanted).map(([name, alerts]) => ({
    name: `secretariat-${name}`,
    rules: alerts.map((alert) => ({
      alert: alert.name,
      expr: alert.expr,
      for: alert.for,
      labels: { severity: alert.severity },
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
