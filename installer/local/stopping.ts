import { explain, say } from "./step.mjs";

/** What was started, in order; it is stopped in the opposite order. What starts again keeps its place. */
const stops = new Map<string, () => Promise<void> | void>();
let stopping: Promise<void> | undefined;

export function isStopping(): boolean {
  return stopping !== undefined;
}

/** Names what must be undone before this program ends, however it ends. */
export function onStop(name: string, stop: () => Promise<void> | void): void {
  stops.set(name, stop);
}

/** Stops everything that was started, once. */
export function stopAll(): Promise<void> {
  stopping ??= undoAll();
  return stopping;
}

/** Ends tidily on Ctrl-C, on a signal, and when the process that started us was killed. */
export function stopOnSignals(exitCode: number): void {
  const leave = (): void => {
    say("\n  Stopping …");
    void stopAll().finally(() => process.exit(exitCode));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => isStopping() || leave());
  }
  process.on("disconnect", () => isStopping() || leave());
  process.channel?.unref();
}

async function undoAll(): Promise<void> {
  for (const stop of [...stops.values()].toReversed()) {
    try {
      await stop();
    } catch (error) {
      explain(error);
    }
  }
}
