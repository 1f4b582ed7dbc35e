import { writeJournal } from "../steps/journal.ts";
import type { LogFile } from "./log-file.ts";

/** Writes down, where whoever helps looks first, that nobody looked at the machine before this run. */
export async function noteUnchecked(log: LogFile, journal?: string): Promise<void> {
  log.line("the checks beforehand were left out (--skip-preflight)");
  await writeJournal({ uncheckedAt: new Date().toISOString() }, journal);
}
