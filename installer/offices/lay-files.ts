import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureFile, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { OfficeFile } from "./schema.ts";

/** Takes an office's file and its master from where they were judged to where this host keeps them. */
export async function layFiles(host: Host, office: OfficeFile, from: string): Promise<void> {
  if (from === places.offices) {
    return;
  }
  const { lgd, employees } = office;
  const file = `${lgd}.yml`;
  const content = await readFile(join(from, file));
  await ensureFile(host, { path: join(places.offices, file), content, mode: 0o640 });
  if (employees !== undefined) {
    const master = await readFile(join(from, employees));
    const path = join(places.offices, employees);
    await ensureFile(host, { path, content: master, mode: 0o600, secret: true });
  }
}
