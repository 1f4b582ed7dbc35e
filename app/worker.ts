import { setTimeout as pause } from "node:timers/promises";
import { declaredChores, log, relayDeliveries } from "./base/index.ts";
import { startWorking, stopWorking } from "./base/jobs.ts";
import "./modules.ts";

/** The outbox is looked at this often; a notice is seldom later than this. */
const relayPause = 300;

/** Takes work from the queue, hands over what is due, and does the chores until told to stop. */
export async function runWorker(stopping: AbortSignal): Promise<void> {
  startWorking();
  await Promise.all([
    repeat("relay", relayPause, stopping, async () => {
      await relayDeliveries();
    }),
    ...[...declaredChores()].map(([name, { everySeconds, work }]) =>
      repeat(name, everySeconds * 1000, stopping, work),
    ),
  ]);
  await stopWorking();
}

/** A failure is told and the next turn tries again: the worker outlives an outage of anything it uses. */
async function repeat(
  name: string,
  every: number,
  stopping: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  while (!stopping.aborted) {
    try {
      await work();
    } catch (error) {
      log.warn({ chore: name, err: error }, "Chore failed");
    }
    await pause(every, undefined, { signal: stopping }).catch(() => undefined);
  }
}
