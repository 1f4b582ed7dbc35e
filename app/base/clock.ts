import { AsyncLocalStorage } from "node:async_hooks";

const pretended = new AsyncLocalStorage<{ moment: Date }>();

/** The present moment. Commands ask this, never the system, so that history can be replayed and tested. */
export function now(): Date {
  const moment = pretended.getStore()?.moment;
  return moment ? new Date(moment) : new Date();
}

/** Runs `work` as if it happened at this moment. */
export function atMoment<T>(moment: Date, work: () => T): T {
  return pretended.run({ moment }, work);
}
