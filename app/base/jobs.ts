/**
 * INVARIANTS
 * 1. What must happen lies in `deliveries` in Postgres; Redis only carries it. Losing Redis loses nothing.
 * 2. A delivery is taken and its effect written in one transaction: twice delivered is once done.
 * 3. A failing delivery comes back later and later, and after `lastAttempt` waits for a person
 *    (`due_at = 'infinity'`; the log and a metric tell). So does one whose listener this process does not
 *    know: during an upgrade the other release may know it, and nothing that happened vanishes in silence.
 */
import Queue from "bull";
import type { z } from "zod";
import { config } from "./config.ts";
import { row, rows, transaction } from "./database.ts";
import { subscribe } from "./events.ts";
import { asTask } from "./standpoint.ts";
import { log } from "./log.ts";
import {
  deliveriesParked,
  deliveriesWaiting,
  jobsDone,
  oldestDelivery,
  queueJobs,
} from "./metrics.ts";

/** What happened, as a listener reads it. */
export interface RecordedEvent {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly employeeId: string | null;
  readonly postId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly itemId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Delivery {
  readonly eventId: string;
  readonly job: string;
}

type Listener = (event: RecordedEvent) => Promise<void>;
type Chore = { readonly everySeconds: number; readonly work: () => Promise<void> };

const lastAttempt = 12;
/** More than this the queue never holds: what waits in Postgres cannot be lost, nor handed over twice. */
const handedOver = 1_000;
const listeners = new Map<string, Listener>();
const chores = new Map<string, Chore>();
const handlers = new Map<string, (payload: unknown) => Promise<void>>();

/** Wants every event of one action, once each, soon after its commit, inside a transaction of its own. */
export function onEvent(action: string, job: string, listener: Listener): void {
  subscribe(action, job);
  listeners.set(job, listener);
}

/** Declares work to be done away from the request. The handler must be safe to run twice. */
export function defineJob<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  handler: (payload: z.infer<Schema>) => Promise<void>,
): { readonly name: string; queue(payload: z.infer<Schema>): Promise<void> } {
  handlers.set(name, async (payload) => handler(schema.parse(payload)));
  return {
    name,
    queue: async (payload) => {
      await queue().add(name, payload, { attempts: 5, backoff: 2_000, removeOnComplete: true });
    },
  };
}

/** Declares work that repeats. Two workers may both wake; the work takes its own lock. */
export function defineChore(name: string, everySeconds: number, work: () => Promise<void>): void {
  chores.set(name, { everySeconds, work });
}

/** Names of everything declared, for the test that holds queues against workers. */
export function declaredJobs(): { jobs: string[]; listeners: string[]; chores: string[] } {
  return {
    jobs: [...handlers.keys()],
    listeners: [...listeners.keys()],
    chores: [...chores.keys()],
  };
}

export function declaredChores(): ReadonlyMap<string, Chore> {
  return chores;
}

let opened: Queue.Queue | undefined;

export function queue(): Queue.Queue {
  opened ??= openQueue();
  return opened;
}

/** A job taken by a worker that died is given to another; a delivery that is taken twice is done once. */
function openQueue(): Queue.Queue {
  const fresh = new Queue("secretariat", config().REDIS_URL, {
    settings: { stalledInterval: 10_000, maxStalledCount: 5 },
  });
  return fresh.on("error", (error) => log.warn({ err: error }, "Queue unreachable"));
}

/** Starts taking work from Redis. */
export function startWorking(concurrency = 4): void {
  queue().on("failed", (job, error) => log.error({ job: job.name, err: error }, "Job failed"));
  void queue().process("*", concurrency, async ({ name, data }) => {
    await asTask("job", () => perform(name, data as unknown));
    jobsDone.inc({ job: name, outcome: "done" });
  });
}

/** Takes no more jobs from Redis in this process, or takes them again; what is under way ends. */
export async function restWorking(isResting: boolean): Promise<void> {
  await (isResting ? opened?.pause(true, true) : opened?.resume(true));
}

export async function stopWorking(): Promise<void> {
  await opened?.close();
  opened = undefined;
}

async function perform(name: string, data: unknown): Promise<void> {
  if (name === "deliver") {
    await deliver(data as Delivery);
    return;
  }
  const handler = handlers.get(name);
  if (!handler) {
    throw new Error(`No job is called ${name}`);
  }
  await handler(data);
}

/**
 * Hands due deliveries to the queue; returns how many. What was handed over but not done comes due again in
 * half a minute. The queue is asked first: while Redis is away nothing is put off.
 */
export function relayDeliveries(): Promise<number> {
  return asTask("job", handOver);
}

async function handOver(): Promise<number> {
  const batch = handedOver - (await queue().getWaitingCount());
  const due = batch > 0 ? await rows<Delivery>(takeDue, { batch }) : [];
  if (due.length > 0) {
    await queue().addBulk(
      due.map((delivery) => ({
        name: "deliver",
        data: delivery,
        opts: { removeOnComplete: true, removeOnFail: true },
      })),
    );
  }
  return due.length;
}

/** Does one delivery unless it is done already. */
export async function deliver(delivery: Delivery): Promise<void> {
  const { eventId, job } = delivery;
  try {
    await asTask("job", () => transaction(() => take(delivery)));
  } catch (error) {
    jobsDone.inc({ job, outcome: "failed" });
    const put = await row<{ isParked: boolean }>(putOff, { eventId, job, lastAttempt });
    log.error(
      { job, eventId, err: error },
      put?.isParked ? "Delivery parked: a person must look" : "Delivery failed, tried again later",
    );
  }
}

async function take({ eventId, job }: Delivery): Promise<void> {
  const taken = await row(takeDelivery, { eventId, job });
  if (!taken) {
    return;
  }
  const listener = listeners.get(job);
  const event = await row<RecordedEvent>(readEvent, { eventId });
  if (!listener || !event) {
    throw new Error(`Nothing listens as ${job}`);
  }
  await listener(event);
}

/** Counts what waits and what was given up, for the metrics. */
export async function countWaiting(): Promise<void> {
  const found = await row<{ waiting: number; parked: number; oldest: string | null }>(
    `select count(*) filter (where due_at < 'infinity') as waiting,
       count(*) filter (where due_at = 'infinity') as parked,
       (select event_id from deliveries where due_at < 'infinity' order by event_id limit 1) as oldest
     from deliveries`,
  );
  deliveriesWaiting.set(found?.waiting ?? 0);
  deliveriesParked.set(found?.parked ?? 0);
  oldestDelivery.set(
    found?.oldest ? Math.max(0, Date.now() - millisecondsIn(found.oldest)) / 1_000 : 0,
  );
}

/** An id of version 7 begins with the moment it was made. */
function millisecondsIn(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}

/** Counts what the queue holds, for the metrics. */
export async function countQueued(): Promise<void> {
  const counts = await queue().getJobCounts();
  for (const state of ["waiting", "active", "delayed", "failed"] as const) {
    queueJobs.set({ state }, counts[state]);
  }
}

const takeDue = `
  update deliveries set due_at = clock_timestamp() + interval '30 seconds'
  where (event_id, job) in (
    select event_id, job from deliveries where due_at <= clock_timestamp()
    order by due_at limit $batch for update skip locked)
  returning event_id as "eventId", job`;

const takeDelivery = `
  delete from deliveries where event_id = $eventId and job = $job returning event_id as "eventId"`;

const readEvent = `
  select id, at, action, employee_id as "employeeId", post_id as "postId", subject_type as "subjectType",
    subject_id as "subjectId", item_id as "itemId", detail
  from events where id = $eventId`;

const putOff = `
  update deliveries set attempts = attempts + 1,
    due_at = case when attempts + 1 >= $lastAttempt then 'infinity'
      else clock_timestamp() + make_interval(secs => power(2, attempts)) end
  where event_id = $eventId and job = $job
  returning due_at = 'infinity' as "isParked"`;
