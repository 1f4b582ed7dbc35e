import { z } from "zod";

/** An alert that stands now, as Prometheus tells it. */
export interface Standing {
  readonly name: string;
  readonly office: string | undefined;
  readonly since: Date;
}

/** What the page knows of the present: the alerts, or that nobody is watching. */
export type Sight =
  | { readonly isWatched: true; readonly alerts: readonly Standing[]; readonly at: Date }
  | { readonly isWatched: false; readonly at: Date };

const Answer = z.object({
  status: z.literal("success"),
  data: z.object({
    alerts: z.array(
      z.object({
        labels: z.object({ alertname: z.string(), office: z.string().optional() }),
        state: z.enum(["firing", "pending", "inactive"]),
        activeAt: z.coerce.date(),
      }),
    ),
  }),
});

const patience = 3_000;

/** Asks Prometheus what stands now. That it does not answer, or no longer watches, is an answer too. */
export async function askPrometheus(address: string, at = new Date()): Promise<Sight> {
  try {
    const response = await fetch(`${address}/api/v1/alerts`, {
      signal: AbortSignal.timeout(patience),
    });
    return readAlerts(await response.json(), at);
  } catch {
    return { isWatched: false, at };
  }
}

/** The watchdog always stands where rules are judged: without it the silence of all others means nothing. */
export function readAlerts(answer: unknown, at: Date): Sight {
  const { data } = Answer.parse(answer);
  const alerts = data.alerts
    .filter(({ state }) => state === "firing")
    .map(({ labels, activeAt }) => ({
      name: labels.alertname,
      office: labels.office,
      since: activeAt,
    }));
  return alerts.some(({ name }) => name === "Watchdog")
    ? { isWatched: true, alerts, at }
    : { isWatched: false, at };
}
