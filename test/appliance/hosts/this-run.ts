import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { recall, remember } from "../../../installer/local/processes.ts";
import { undo } from "./made.ts";
import { runsFolder } from "./places.ts";

/** Short enough to stand in names of namespaces and control groups; no two living runs share it. */
export const runName = `sec${process.pid}`;

export const runFolder = join(runsFolder, runName);

/** No run may hold the machine longer, whatever a test waits for. */
const watchdogMinutes = 120;

let begun = false;

/** Makes the folder of this run, after what killed runs left behind is gone. */
export async function beginRun(): Promise<void> {
  if (begun) {
    return;
  }
  begun = true;
  if (process.getuid?.() !== 0) {
    throw new Error("Hosts need root: namespaces, mounts and control groups are made for them.");
  }
  await sweepLeftovers();
  watch();
  mkdirSync(runFolder, { recursive: true, mode: 0o711 });
  remember(join(runFolder, "run.process"), process.pid);
}

/**
 * Undoes everything of a run: its hosts first, the switch they hang on last. What cannot be undone keeps its note, and
 * keeps nothing else from being undone; the error is told at the end.
 */
export async function endRun(folder: string = runFolder): Promise<void> {
  const parts = existsSync(folder) ? readdirSync(folder).filter((name) => name !== "switch") : [];
  const inOrder = [...parts.filter((name) => !name.endsWith(".process")), "switch"];
  const failures: unknown[] = [];
  for (const part of inOrder) {
    await undo(join(folder, part)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
  await undo(folder);
  begun &&= folder !== runFolder;
}

/** However this process ends, its hosts should end with it; kill -9 alone leaves them to the next run. */
function watch(): void {
  const leave = (why: string): void => {
    process.stderr.write(`\n  ${why}: the hosts are being stopped\n`);
    void endRun().finally(() => process.exit(1));
  };
  setTimeout(() => leave("The watchdog's time is over"), watchdogMinutes * 60_000).unref();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => leave(signal));
  }
}

/** Undoes what runs whose process has died left behind. */
export async function sweepLeftovers(): Promise<void> {
  const runs = existsSync(runsFolder) ? readdirSync(runsFolder) : [];
  for (const folder of runs.map((name) => join(runsFolder, name))) {
    if (recall(join(folder, "run.process")) === undefined) {
      await endRun(folder);
    }
  }
}
