import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { capture } from "../host/index.ts";

/** Whether a unit started after all of these were last written; one that does not run needs no restart. */
export async function restartedSince(unit: string, files: readonly string[]): Promise<boolean> {
  const property = "--property=ExecMainStartTimestamp";
  const shown = await capture(["systemctl", "show", property, "--value", "--timestamp=unix", unit]);
  const started = /^@(\d+)/.exec(shown.output.trim())?.[1];
  if (started === undefined) {
    return true;
  }
  const written = await Promise.all(files.map(newestIn));
  // The start is told in whole seconds: what was written in that very second was there before it.
  return Math.max(...written) < (Number(started) + 1) * 1000;
}

async function newestIn(path: string): Promise<number> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isDirectory()) {
    return found?.mtimeMs ?? 0;
  }
  const inside = await Promise.all((await readdir(path)).map((name) => newestIn(join(path, name))));
  return Math.max(0, ...inside);
}
