import { setTimeout as pause } from "node:timers/promises";
import { declaredChores, isReadOnly, log, relayDeliveries } from "./base/index.ts";
import { restWorking, startWorking, stopWorking } from "./base/jobs.ts";
import { asTask } from "./base/standpoint.ts";
import "./base/chores.ts";
import "./modules.ts";

/** The outbox is looked at this often; a notice is seldom later than this. */
const relayPause = 300;
/** While something it needs is away, the log is not filled. */
const pauseAfterFailure = 2_000;

/** Takes work from the queue, hands over what is due, and does the chores until told to stop. */
export async function runWorker(stopping: AbortSignal): Promise<void> {
  startWorking();
  await Promise.all([
    restWhileReadOnly(stopping),
    repeat(stopping, { name: "relay", every: relayPause, work: relayDeliveries }),
    ...[...declaredChores()].map(([name, { everySeconds, work }]) =>
      repeat(stopping, { name, every: everySeconds * 1000, work }),
    ),
  ]);
  await stopWorking();
}

/** Nothing is taken from the queue while nothing may be written; what waits goes on waiting in Postgres. */
async function restWhileReadOnly(stopping: AbortSignal): Promise<void> {
  let isResting = false;
  while (!stopping.aborted) {
    if (isReadOnly() !== isResting) {
      isResting = !isResting;
      await restWorking(isResting).catch((error: unknown) =>
        log.warn({ err: error }, "The queue could not be told"),
      );
    }
    await pause(relayPause, undefined, { signal: stopping }).catch(() => undefined);
  }
}

interface Turn {
  readonly name: string;
  /** Milliseconds between two turns. */
  readonly every: number;
  readonly work: () => Promise<unknown>;
}

/** A failure is told and the next turn tries again: the worker outlives an outage of anything it uses. */
async function repeat(stopping: AbortSignal, { name, every, work }: Turn): Promise<void> {
  while (!stopping.aborted) {
    const rest = await asTask("chore", () => (isReadOnly() ? Promise.resolve() : work())).then(
      () => every,
      (error: unknown) => {
        log.warn({ chore: name, err: error }, "Chore failed");
        return Math.max(every, pauseAfterFailure);
      },
    );
    await pause(rest, undefined, { signal: stopping }).catch(() => undefined);
  }
}
