import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "./places.ts";
import { recall, remember } from "./processes.ts";
import type { Environment } from "./settings.ts";
import { onStop } from "./stopping.ts";

const note = join(varFolder, "start.process");
const shared = join(varFolder, "start.json");

/** What `npm start` runs with, when it runs now. */
export function currentRun(): Environment | undefined {
  return recall(note) !== undefined && existsSync(shared)
    ? (JSON.parse(readFileSync(shared, "utf8")) as Environment)
    : undefined;
}

/** Whether `npm start` runs now, even if it is not ready yet. */
export function isRunning(): boolean {
  return recall(note) !== undefined;
}

/** Notes that `npm start` runs, so that a second one is refused. */
export function noteRun(): void {
  remember(note, process.pid);
  onStop("run", () => {
    rmSync(note, { force: true });
    rmSync(shared, { force: true });
  });
}

/** Leaves the settings for `npm run verify` and its like. */
export function shareSettings(environment: Environment): void {
  writeFileSync(shared, JSON.stringify(environment, null, 2), { mode: 0o600 });
}
