import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from "prom-client";

register.clear(); // a runner of tests that could not `require` it loads all of this anew
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

export const oldestDelivery = new Gauge({
  name: "secretariat_oldest_delivery_seconds",
  help: "How long the oldest event waits for its listener, those given up left aside.",
});

export const queueJobs = new Gauge({
  name: "secretariat_queue_jobs",
  help: "Jobs in the queue of Redis, by what becomes of them.",
  labelNames: ["state"] as const,
});

export const poolConnections = new Gauge({
  name: "secretariat_database_pool",
  help: "Connections of this process to Postgres, and requests that wait for one.",
  labelNames: ["state"] as const,
});

export const poolWait = new Histogram({
  name: "secretariat_database_pool_wait_seconds",
  help: "Time until a statement or transaction had its connection.",
  buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10],
});

export const itemsMoved = new Counter({
  name: "secretariat_item_events_total",
  help: "What happened to items, by action: sent, returned, opened, closed.",
  labelNames: ["action"] as const,
});

/** Labelled by the door, of which an installation has a handful. */
export const signIns = new Counter({
  name: "secretariat_sign_ins_total",
  help: "Tries to sign in, by door and how they ended.",
  labelNames: ["door", "result"] as const,
});

export const dependencyUp = new Gauge({
  name: "secretariat_dependency_up",
  help: "1 where a service outside answered when it was last asked.",
  labelNames: ["dependency"] as const,
});

export const schemaLevel = new Gauge({
  name: "secretariat_schema_level",
  help: "The newest step of the database: taken, and known to this release.",
  labelNames: ["of"] as const,
});

export const keysHeld = new Gauge({
  name: "secretariat_encryption_keys",
  help: "Encryption keys that this process holds.",
});

export const writesLeftOut = new Counter({
  name: "secretariat_writes_left_out_total",
  help: "What reading would have noted beside, and did not while the office was open for reading only.",
});

export const readOnlyNow = new Gauge({
  name: "secretariat_read_only",
  help: "1 while the office is open for reading only.",
});

export function metricsText(): Promise<string> {
  return register.metrics();
}
