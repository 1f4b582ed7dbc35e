/**
 * INVARIANT: settings, keys and passphrases leave this host only encrypted to the escrow. In the clear they lie in
 * memory alone, for the seconds the archive takes.
 */
import { existsSync } from "node:fs";
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { capture, syncFolder, writeWhole } from "../../installer/host/index.ts";
import { hashOfFile } from "../engine/restic.ts";
import { mine } from "../manifest/manifests.ts";
import { opened, signed, signingKey, signingKeyName } from "../manifest/sign.ts";
import { readSecret } from "../passphrase.ts";
import { writtenPlaces, type BackupPlaces } from "../places.ts";
import { pipe } from "./age.ts";
import { readEscrow } from "./facts.ts";
import { memoryFolder } from "./memory-folder.ts";

export const Statement = z.strictObject({
  name: z.string(),
  at: z.iso.datetime(),
  sha256: z.string(),
  bytes: z.number().int(),
  recipient: z.string(),
});

export type Statement = z.output<typeof Statement>;

/** Archives settings, keys, passphrases and facts; undefined while there is no escrow to encrypt them to. */
export async function archiveConfiguration(
  places: BackupPlaces,
  at = new Date(),
): Promise<Statement | undefined> {
  const escrow = await readEscrow(places.state);
  if (!escrow) {
    return undefined;
  }
  const folder = configurationFolder(places);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${at.toISOString().replace(/[-:]|\.\d+/g, "")}.tar.age`;
  const stage = await mkdtemp(join(memoryFolder(), "secretariat-configuration-"));
  const unfinished = join(folder, `${name}.new`);
  try {
    await collect(places, stage);
    await pipe(archiver(places, stage), [
      "age",
      "--recipient",
      escrow.recipient,
      "--output",
      unfinished,
    ]);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  const sha256 = await hashOfFile(unfinished);
  const { size: bytes } = await stat(unfinished);
  const statement = { name, at: at.toISOString(), sha256, bytes, recipient: escrow.recipient };
  const text = signed(statement, await signingKey(places.state));
  await writeWhole(join(folder, `${name}.statement`), text, mine(0o600));
  await rename(unfinished, join(folder, name)); // last: an archive that nothing vouches for counts as forged
  await syncFolder(folder);
  return statement;
}

/** Unpacks an archive with the secret of the escrow. */
export async function openConfiguration(
  places: Pick<BackupPlaces, "folder">,
  { archive, secret, into }: { archive: string; secret: string; into: string },
): Promise<void> {
  const path = join(configurationFolder(places), archive);
  const unpack = ["tar", "--extract", "--same-permissions", "--numeric-owner", "-C", into];
  await pipe(["age", "--decrypt", "--identity", "-", path], unpack, `${secret}\n`);
}

/** Archives that are there, oldest first. */
export async function listConfigurations(places: Pick<BackupPlaces, "folder">): Promise<string[]> {
  const folder = configurationFolder(places);
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => name.endsWith(".tar.age")).toSorted();
}

export async function newestConfiguration(
  places: Pick<BackupPlaces, "folder">,
): Promise<string | undefined> {
  return (await listConfigurations(places)).at(-1);
}

/** Archives and their statements that are not as they were written. */
export async function judgeConfigurations(
  places: Pick<BackupPlaces, "folder" | "state">,
): Promise<string[]> {
  const key = await signingKey(places.state);
  const folder = configurationFolder(places);
  const faults: string[] = [];
  for (const name of await listConfigurations(places)) {
    const text = await readFile(join(folder, `${name}.statement`), "utf8").catch(() => "");
    const statement = Statement.safeParse(opened(text, key));
    const isSame =
      statement.success && statement.data.sha256 === (await hashOfFile(join(folder, name)));
    if (!isSame) {
      faults.push(`configuration ${name} is not as it was written`);
    }
  }
  return faults;
}

export async function removeConfiguration(
  places: Pick<BackupPlaces, "folder">,
  name: string,
): Promise<void> {
  const folder = configurationFolder(places);
  await rm(join(folder, `${name}.statement`), { force: true });
  await rm(join(folder, name), { force: true });
}

function configurationFolder({ folder }: Pick<BackupPlaces, "folder">): string {
  return join(folder, "configuration");
}

/** `secrets` (unsealed: another host has another key) and `facts`. */
async function collect(places: BackupPlaces, stage: string): Promise<void> {
  await mkdir(join(stage, "secrets"), { mode: 0o700 });
  for (const name of await secretNames(places.credentials)) {
    const value = await readSecret(places, name);
    await writeFile(join(stage, "secrets", name), value, { mode: 0o600 });
  }
  const facts = join(stage, "facts");
  await mkdir(facts, { mode: 0o700 });
  await signingKey(places.state);
  for (const name of [signingKeyName, "escrow.json", "holds.json"]) {
    if (existsSync(join(places.state, name))) {
      await cp(join(places.state, name), join(facts, name), { preserveTimestamps: true });
    }
  }
  await writeFile(join(facts, "places.json"), writtenPlaces(places), { mode: 0o600 });
  const packages = await capture(["dpkg-query", "--show"]);
  await writeFile(join(facts, "packages.txt"), packages.output);
}

/** Keys and settings are read from where they lie, with their owners; only the rest was staged. */
function archiver({ keys, settings, credentials }: BackupPlaces, stage: string): string[] {
  const bare = (path: string): string => path.slice(1);
  const present = settings.filter((path) => existsSync(path));
  const moved = [
    `s|^${bare(keys)}|keys|rSH`,
    ...present.map((path) => `s|^${bare(path)}|settings/${bare(path)}|rSH`),
  ];
  const how = ["--create", "--numeric-owner", "--sort=name", `--exclude=${bare(credentials)}`];
  const rules = moved.map((rule) => `--transform=${rule}`);
  const where = ["-C", stage, ".", "-C", "/", bare(keys), ...present.map(bare)];
  return ["tar", ...how, ...rules, ...where];
}

/** Sealed ones by their name without the ending; plain ones as they are called. */
async function secretNames(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
  return [...new Set(files.map((name) => name.replace(/\.cred$/, "")))].toSorted();
}
