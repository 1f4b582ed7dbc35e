import type { Words } from "../words.ts";
import { alertOf } from "./alerts/index.ts";

/** What is told without Prometheus: by a unit that failed, or because Prometheus itself is away. */
export interface Told {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly summary: Words;
  /** After that it counts as over, unless it is told again. */
  readonly minutes: number;
}

const address = "http://127.0.0.1:9093/api/v2/alerts";

/** True when Alertmanager took it. */
export async function tellAlertmanager(told: Told, now = new Date()): Promise<boolean> {
  const { name, summary } = told;
  const severity = alertOf(name)?.severity ?? "amber";
  const alert = {
    labels: { alertname: name, severity, ...told.labels },
    annotations: { summary: summary.en, summary_hi: summary.hi },
    endsAt: new Date(now.getTime() + told.minutes * 60_000).toISOString(),
  };
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([alert]),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  return answer?.ok === true;
}
