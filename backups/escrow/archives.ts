import { existsSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { hashOfFile } from "../engine/restic.ts";
import { fingerprintOf, opened, signingKey } from "../manifest/sign.ts";
import type { BackupPlaces } from "../places.ts";

export const Statement = z.strictObject({
  name: z.string(),
  at: z.iso.datetime(),
  sha256: z.string(),
  bytes: z.number().int(),
  recipient: z.string(),
  /** The public half of the key that signed this; believed only by its fingerprint. */
  signer: z.string(),
});

export type Statement = z.output<typeof Statement>;

type Where = Pick<BackupPlaces, "folder">;

/** Archives of the configuration that are there, oldest first. */
export async function listConfigurations(places: Where): Promise<string[]> {
  const folder = configurationFolder(places);
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => name.endsWith(".tar.age")).toSorted();
}

export async function newestConfiguration(places: Where): Promise<string | undefined> {
  return (await listConfigurations(places)).at(-1);
}

/**
 * The newest archive that the key with this fingerprint vouches for. Whoever may write to the folder may encrypt an
 * archive to the escrow too; what he lays there is passed over.
 */
export async function newestGenuine(places: Where, signer: string): Promise<string | undefined> {
  for (const name of (await listConfigurations(places)).toReversed()) {
    const claimed = claimedSigner(await statementText(places, name));
    const isHis = claimed !== undefined && fingerprintOf(claimed) === signer;
    if (isHis && (await isVouchedFor(places, name, claimed))) {
      return name;
    }
  }
  return undefined;
}

/** Archives and their statements that are not as they were written. */
export async function judgeConfigurations(
  places: Pick<BackupPlaces, "folder" | "state">,
): Promise<string[]> {
  const key = await signingKey(places.state);
  const faults: string[] = [];
  for (const name of await listConfigurations(places)) {
    if (!(await isVouchedFor(places, name, key))) {
      faults.push(`configuration ${name} is not as it was written`);
    }
  }
  return faults;
}

export async function removeConfiguration(places: Where, name: string): Promise<void> {
  const folder = configurationFolder(places);
  await rm(join(folder, `${name}.statement`), { force: true });
  await rm(join(folder, name), { force: true });
}

export function configurationFolder({ folder }: Where): string {
  return join(folder, "configuration");
}

async function isVouchedFor(places: Where, name: string, key: string): Promise<boolean> {
  const { success, data } = Statement.safeParse(opened(await statementText(places, name), key));
  const path = join(configurationFolder(places), name);
  return success && data.name === name && data.sha256 === (await hashOfFile(path));
}

function statementText(places: Where, name: string): Promise<string> {
  const path = join(configurationFolder(places), `${name}.statement`);
  return readFile(path, "utf8").catch(() => "");
}

/** Read before anything vouches for it, so that only its shape counts. */
function claimedSigner(text: string): string | undefined {
  try {
    const { signer } = Statement.parse(JSON.parse(text.split("\n")[0] ?? ""));
    fingerprintOf(signer);
    return signer;
  } catch {
    return undefined;
  }
}
