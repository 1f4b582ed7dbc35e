import { randomUUID } from "node:crypto";
import { createWriteStream, readFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { config } from "./config.ts";
import { readStored } from "./storage.ts";

/**
 * Lends stored bytes as a file, for programs that read nothing else. The file is private to this process's user,
 * the path is good only during `work`, and it is gone afterwards, whatever happened.
 */
export async function withStoredFile<T>(
  sha256: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = join(lentFolder(), lifeOf(process.pid) ?? "");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await pipeline(readStored(sha256), createWriteStream(path, { mode: 0o600, flags: "wx" }));
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes what processes that are no more could not take back. */
export async function sweepLent(): Promise<void> {
  for (const name of await readdir(lentFolder()).catch(() => [])) {
    if (lifeOf(Number.parseInt(name, 10)) !== name) {
      await rm(join(lentFolder(), name), { recursive: true, force: true });
    }
  }
}

/** In memory where the service manager gives a folder there (systemd's RuntimeDirectory=), else with the documents. */
function lentFolder(): string {
  const [inMemory] = (process.env["RUNTIME_DIRECTORY"] ?? "").split(":");
  return join(inMemory || config().DOCUMENTS_FOLDER, "lent");
}

/**
 * A process by its number and when it began: in a container every life has the same number, and what the last one
 * left must not pass for the present one's. Undefined where there is none.
 */
function lifeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [beganAt = ""] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(19);
    return `${pid}.${beganAt}`;
  } catch {
    return undefined;
  }
}
