import { existsSync, rmSync } from "node:fs";
import { chmod, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { mustRun, writeWhole } from "../../installer/host/index.ts";
import { isSecretName } from "../../installer/secrets/index.ts";
import { newestGenuine } from "../escrow/archives.ts";
import { openConfiguration } from "../escrow/configuration.ts";
import { readEscrow } from "../escrow/facts.ts";
import { makeMemoryFolder } from "../escrow/memory-folder.ts";
import { combineShares } from "../escrow/shares.ts";
import { publicFacts } from "../escrow/split.ts";
import { mine } from "../manifest/manifests.ts";
import { signingKeyName } from "../manifest/sign.ts";
import type { BackupPlaces } from "../places.ts";
import { giveTreeTo } from "../postgres/give-tree.ts";

/** What only the escrow gives back on a host that has nothing left. */
export interface Foundations {
  /** Unpacked, in memory: `keys`, `secrets`, `settings`, `facts`. */
  readonly folder: string;
  readonly archive: string;
  readonly discard: () => Promise<void>;
}

/** Shares open the escrow, and none of the archives is vouched for by the key they name. */
export class NothingVouchedFor extends Error {
  override readonly name = "NothingVouchedFor";
}

/**
 * Opens the newest genuine archive of the configuration with shares alone; undefined where they do not open it.
 *
 * @throws NothingVouchedFor
 */
export async function openWithShares(
  places: Pick<BackupPlaces, "folder" | "state">,
  shares: readonly string[],
): Promise<Foundations | undefined> {
  const facts = (await readEscrow(places.state)) ?? (await readEscrow(publicFacts(places)));
  const escrowed = facts && (await combineShares(shares, facts));
  if (!escrowed) {
    return undefined;
  }
  const { identity, signer } = escrowed;
  const archive = await newestGenuine(places, signer);
  if (archive === undefined) {
    throw new NothingVouchedFor("No archive of the configuration is vouched for by the escrow");
  }
  const folder = await makeMemoryFolder("foundations");
  process.once("exit", () => rmSync(folder, { recursive: true, force: true })); // whatever ends us in the middle
  await openConfiguration(places, { archive, identity, into: folder });
  return { folder, archive, discard: () => rm(folder, { recursive: true, force: true }) };
}

/** Takes a secret to where this host keeps its own, sealed with the key of this host. */
export type Keep = (name: string, value: string) => Promise<void>;

/**
 * Puts keys, secrets, facts and settings back where they are missing. What is there already is this host's own and
 * stays, but for the keys: the record, the documents and the manifests need those they were made with.
 */
export async function layFoundations(
  places: BackupPlaces,
  { folder }: Foundations,
  keep: Keep,
): Promise<void> {
  await copyTree(join(folder, "keys"), places.keys, true);
  await chmod(places.keys, 0o700);
  await giveTreeTo(places.application.user, places.keys);
  for (const name of (await readdir(join(folder, "secrets"))).filter(isSecretName)) {
    await keep(name, await readFile(join(folder, "secrets", name), "utf8"));
  }
  await copyTree(join(folder, "facts"), places.state, false);
  await bringVoucher(join(folder, "facts", signingKeyName), join(places.state, signingKeyName));
  await rm(join(places.state, "places.json"), { force: true });
  await rm(join(places.state, "packages.txt"), { force: true });
  for (const path of places.settings) {
    await copyTree(join(folder, "settings", path), path, false);
  }
}

/** A host installed anew has made a key of its own; the manifests that are restored from were signed with this one. */
async function bringVoucher(from: string, to: string): Promise<void> {
  if (existsSync(from)) {
    await writeWhole(to, await readFile(from), mine(0o600));
  }
}

/** With owners and modes, which decide who may read them. */
async function copyTree(from: string, to: string, mayReplace: boolean): Promise<void> {
  if (existsSync(from)) {
    await mkdir(to, { recursive: true });
    // A link that the application laid among its keys would lead root elsewhere.
    const how = ["--archive", mayReplace ? "--remove-destination" : "--no-clobber"];
    await mustRun(["cp", ...how, `${from}/.`, to]);
  }
}
