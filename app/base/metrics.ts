import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from "prom-client";

collectDefaultMetrics({ prefix: "secretariat_" });

/** Labelled by route pattern, never by address: the set of labels stays small. */
export const requestSeconds = new Histogram({
  name: "secretariat_request_seconds",
  help: "Time to answer a request, by route pattern, method and status.",
  labelNames: ["method", "route", "status"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const jobsDone = new Counter({
  name: "secretariat_jobs_done_total",
  help: "Jobs finished, by name and outcome.",
  labelNames: ["job", "outcome"] as const,
});

export const deliveriesWaiting = new Gauge({
  name: "secretariat_deliveries_waiting",
  help: "Events not yet delivered to their listeners.",
});

export const deliveriesParked = new Gauge({
  name: "secretariat_deliveries_parked",
  help: "Deliveries given up after their last attempt; a person must look.",
});

export function metricsText(): Promise<string> {
  return register.metrics();
}
