import { setTimeout as sleep } from "node:timers/promises";
import { alertOf } from "./alerts/index.ts";
import { askPrometheus } from "./helpdesk/ask-prometheus.ts";
import { tellAlertmanager } from "./tell-alertmanager.ts";

/** Whoever watches is watched: told by the timer of the figures, which needs no Prometheus. */
export async function watchTheWatch(prometheus = "http://127.0.0.1:9090"): Promise<boolean> {
  const isWatched = await isAwake(prometheus, 3);
  const alert = alertOf("WatchDown");
  if (!isWatched && alert) {
    await tellAlertmanager({ name: alert.name, summary: alert.title, minutes: 2 });
  }
  return isWatched;
}

/** Started anew, it needs some seconds until its rules are judged. */
async function isAwake(prometheus: string, tries: number): Promise<boolean> {
  const { isWatched } = await askPrometheus(prometheus);
  if (isWatched || tries === 1) {
    return isWatched;
  }
  await sleep(10_000);
  return isAwake(prometheus, tries - 1);
}
