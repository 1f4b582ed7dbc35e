import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const patienceSeconds = 60;

/**
 * Ends the Postgres that a killed run left on a scratch folder of data, as `pg_ctl -m immediate stop` would. The
 * number in its note may be the office's own Postgres by now: only what was started on this very folder is ended.
 */
export async function stopLeft(data: string): Promise<void> {
  const note = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const id = Number(note.split("\n")[0]);
  if (id > 0 && (await isOn(id, data))) {
    process.kill(id, "SIGQUIT");
  }
  for (const until = Date.now() + patienceSeconds * 1000; id > 0 && (await isOn(id, data));) {
    if (Date.now() > until) {
      throw new Error(`Postgres still runs on ${data}, which a killed run left`);
    }
    await pause(100);
  }
}

async function isOn(id: number, data: string): Promise<boolean> {
  const words = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
  return words.includes("postgres") && words.split("\0").includes(data);
}
