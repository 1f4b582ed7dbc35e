import { alertOf } from "./alerts/index.ts";
import { askPrometheus } from "./helpdesk/ask-prometheus.ts";
import { tellAlertmanager } from "./tell-alertmanager.ts";

/** Whoever watches is watched: told by the timer of the figures, which needs no Prometheus. */
export async function watchTheWatch(prometheus = "http://127.0.0.1:9090"): Promise<boolean> {
  const { isWatched } = await askPrometheus(prometheus);
  const alert = alertOf("WatchDown");
  if (!isWatched && alert) {
    await tellAlertmanager({ name: alert.name, summary: alert.title, minutes: 2 });
  }
  return isWatched;
}
