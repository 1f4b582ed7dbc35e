import { until, type Host } from "../hosts/index.ts";
import type { Cause } from "./true-causes.ts";

export interface Seen {
  readonly alert: string;
  readonly what: string;
  /** Seconds from the cause until Alertmanager had it, and from the remedy until it was gone. */
  readonly fired: number;
  readonly cleared: number;
}

type Shell = Pick<Host, "run" | "must">;

/** Brings the causes about together, waits until all their alerts stand, and sets everything right again. */
export async function seeOnHost(host: Shell, causes: readonly Cause[]): Promise<readonly Seen[]> {
  const began = await doAll(host, causes, "inject");
  const fired = await standing(host, causes, true);
  const ended = await doAll(host, causes, "undo");
  const cleared = await standing(host, causes, false);
  return causes.map(({ alert, what }) => ({
    alert,
    what,
    fired: between(began.get(alert), fired.get(alert)),
    cleared: between(ended.get(alert), cleared.get(alert)),
  }));
}

async function doAll(host: Shell, causes: readonly Cause[], act: "inject" | "undo") {
  const at = new Map<string, number>();
  for (const cause of causes) {
    at.set(cause.alert, Date.now());
    await host.must(cause[act], { timeoutSeconds: 180 });
  }
  return at;
}

async function standing(host: Shell, causes: readonly Cause[], stands: boolean) {
  const at = new Map<string, number>();
  const what = `alerts to ${stands ? "fire" : "clear"}`;
  const look = async (): Promise<true | undefined> => {
    const told = await alertsOn(host);
    for (const { alert } of causes) {
      if (told.has(alert) === stands) {
        at.set(alert, at.get(alert) ?? Date.now());
      } else {
        at.delete(alert);
      }
    }
    return at.size === causes.length ? true : undefined;
  };
  await until({ what, seconds: 420, everyMilliseconds: 1000 }, look).catch((error: unknown) => {
    const missing = causes.map(({ alert }) => alert).filter((alert) => !at.has(alert));
    throw new Error(`${what}: ${missing.join(", ")}`, { cause: error });
  });
  return at;
}

/** What Alertmanager of this host would tell now. */
export async function alertsOn(host: Shell): Promise<ReadonlySet<string>> {
  const { output } = await host.run(
    "curl -s 'http://127.0.0.1:9093/api/v2/alerts?inhibited=false'",
  );
  const told = output.startsWith("[") ? (JSON.parse(output) as Told[]) : [];
  return new Set(told.map(({ labels }) => labels.alertname));
}

interface Told {
  readonly labels: { readonly alertname: string };
}

/** Alertmanager may be late by a poll, never early. */
function between(from = 0, to = 0): number {
  return Math.max(0, to - from) / 1000;
}
