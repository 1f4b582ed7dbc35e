import type { Running } from "./running.ts";
import { explain, say } from "./step.mjs";
import { isStopping, stopAll } from "./stopping.ts";

const restartsAllowed = 5;
const withinMilliseconds = 60_000;

/** Starts a process, starts it again when it ends unasked, and gives up when that happens often. */
export async function keepAlive<Kind extends Running>(
  name: string,
  start: () => Promise<Kind>,
): Promise<Kind> {
  const first = await start();
  let current = first;
  const watch = async (): Promise<void> => {
    const endings: number[] = [];
    for (;;) {
      await current.exited;
      if (isStopping()) {
        return;
      }
      endings.push(Date.now());
      if (endings.filter((at) => at > Date.now() - withinMilliseconds).length > restartsAllowed) {
        throw new Error(`${name} ended ${restartsAllowed + 1} times within a minute; see var/log`);
      }
      say(`  ! ${name} ended unexpectedly and is started again.`);
      current = await start();
    }
  };
  watch().catch(giveUp);
  return first;
}

function giveUp(error: unknown): void {
  if (!isStopping()) {
    explain(error);
    void stopAll().finally(() => process.exit(1));
  }
}
