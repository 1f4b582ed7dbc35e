/**
 * INVARIANT: settings, keys and passphrases leave this host only encrypted to the escrow. In the clear they lie in
 * memory alone, for the seconds the archive takes.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { capture, syncFolder, writeWhole } from "../../installer/host/index.ts";
import { isSecretName } from "../../installer/secrets/index.ts";
import { hashOfFile } from "../engine/restic.ts";
import { mine } from "../manifest/manifests.ts";
import { publicHalf, signed, signingKey, signingKeyName } from "../manifest/sign.ts";
import { readSecret } from "../passphrase.ts";
import { writtenPlaces, type BackupPlaces } from "../places.ts";
import { pipe } from "./age.ts";
import { configurationFolder, type Statement } from "./archives.ts";
import { readEscrow } from "./facts.ts";
import { makeMemoryFolder } from "./memory-folder.ts";

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
  const stage = await makeMemoryFolder("configuration");
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
  const key = await signingKey(places.state);
  const { recipient } = escrow;
  const signer = publicHalf(key);
  const statement = { name, at: at.toISOString(), sha256, bytes, recipient, signer };
  const text = signed(statement, key);
  await writeWhole(join(folder, `${name}.statement`), text, mine(0o600));
  await rename(unfinished, join(folder, name)); // last: an archive that nothing vouches for counts as forged
  await syncFolder(folder);
  return statement;
}

/** Unpacks an archive with the identity of the escrow. */
export async function openConfiguration(
  places: Pick<BackupPlaces, "folder">,
  { archive, identity, into }: { archive: string; identity: string; into: string },
): Promise<void> {
  const path = join(configurationFolder(places), archive);
  const unpack = ["tar", "--extract", "--same-permissions", "--numeric-owner", "-C", into];
  await pipe(["age", "--decrypt", "--identity", "-", path], unpack, `${identity}\n`);
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

/** Sealed ones by their name without the ending. Copies that somebody left, or a killed run, are no secrets. */
async function secretNames(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
  const names = files.map((name) => name.replace(/\.cred$/, "")).filter(isSecretName);
  return [...new Set(names)].toSorted();
}
