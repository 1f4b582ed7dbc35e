import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** INVARIANT: a process is ended only when its number and its time of birth are those we wrote down. */

/** Writes down a process that we started, so that a later run can find it again. */
export function remember(file: string, pid: number): void {
  writeFileSync(file, JSON.stringify({ pid, bornAt: bornAt(pid) }), { mode: 0o600 });
}

/** The process written down there, if it still runs. */
export function recall(file: string): number | undefined {
  try {
    const noted = JSON.parse(readFileSync(file, "utf8")) as { pid: number; bornAt?: string };
    return noted.bornAt && bornAt(noted.pid) === noted.bornAt ? noted.pid : undefined;
  } catch {
    return undefined;
  }
}

/** Ends what a killed run left behind under this note. */
export async function endLeftOver(file: string): Promise<void> {
  const pid = recall(file);
  if (pid !== undefined) {
    await end(pid, "SIGTERM");
  }
  rmSync(file, { force: true });
}

/** Asks a process to end and makes it, when it has not after ten seconds. */
export async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  const born = bornAt(pid);
  const gone = () => born === undefined || bornAt(pid) !== born;
  if (gone()) {
    return;
  }
  process.kill(pid, signal);
  for (let waited = 0; !gone() && waited < 10_000; waited += 50) {
    await sleep(50);
  }
  if (!gone()) {
    process.kill(pid, "SIGKILL");
  }
}

/** The moment a process began, in the kernel's ticks: with its number it names the process for good. */
export function bornAt(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    return state === "Z" ? undefined : ticks;
  } catch {
    return undefined;
  }
}
