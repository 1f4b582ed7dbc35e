import { setTimeout as pause } from "node:timers/promises";
import { missingParts } from "./health/readiness.ts";
import { followServiceState } from "./service/follow.ts";
import { giveSignsOfLife, tellSystemd } from "./tell-systemd.ts";

const retryMilliseconds = 500;

/** What web and worker do beside their work: follow the state of the service, and tell systemd how they are. */
export async function serveWatched(stopping: AbortSignal): Promise<void> {
  stopping.addEventListener("abort", () => void tellSystemd("STOPPING=1", "STATUS=Ending"));
  void followServiceState(stopping);
  giveSignsOfLife(stopping);
  await tellWhenReady(stopping);
}

/** Ready is said once; what is missing until then stands in the status of the unit. */
async function tellWhenReady(stopping: AbortSignal): Promise<void> {
  let told = "";
  while (!stopping.aborted) {
    const missing = (await missingParts()).join(", ");
    if (missing === "") {
      await tellSystemd("READY=1", "STATUS=Serving");
      return;
    }
    if (missing !== told) {
      told = missing;
      await tellSystemd(`STATUS=Waiting: ${missing}`);
    }
    await pause(retryMilliseconds, undefined, { signal: stopping }).catch(() => undefined);
  }
}
