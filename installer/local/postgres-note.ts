import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bornAt, end } from "./processes.ts";

/** Postgres writes who runs on a data folder, and whether it is ready, into `postmaster.pid`. */

/** Ends the Postgres that a killed run left on this data folder, and no other process. */
export async function endPostgresLeftIn(data: string): Promise<void> {
  const pid = Number(noteIn(data)[0] ?? 0);
  if (pid === 0 || bornAt(pid) === undefined) {
    return; // Postgres itself clears the note of a dead process, and knows when it is safe to.
  }
  if (argumentsOf(pid).includes(data)) {
    await end(pid, "SIGINT");
  } else {
    rmSync(join(data, "postmaster.pid")); // the number was given to a stranger since
  }
}

export function isPostgresReady(data: string, pid: number): boolean {
  const note = noteIn(data);
  return note[0] === String(pid) && note[7]?.trim() === "ready";
}

function noteIn(data: string): readonly string[] {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function argumentsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
