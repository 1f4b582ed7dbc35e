import { forgetNetwork } from "./network.ts";
import { endRun } from "./this-run.ts";

/** Ends every host, client and the switch of this run; nothing of it stays on this machine. */
export async function stopAll(): Promise<void> {
  try {
    await endRun();
  } finally {
    forgetNetwork();
  }
}
