import { readFile } from "node:fs/promises";

/** When a process started, in ticks since boot: a number used again is not the same process. Empty for none. */
export async function processStart(id: number): Promise<string> {
  const line = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
  return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
