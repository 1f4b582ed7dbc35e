import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { publicFacts } from "../../backups/escrow/split.ts";
import { fetchArchives } from "../../backups/restore/fetch-from-second.ts";
import type { Foundations } from "../../backups/restore/from-escrow.ts";
import { exit } from "../command/exit-codes.ts";
import { openEscrow } from "../command/families/escrow/open-escrow.ts";
import { readShares } from "../command/families/escrow/read-shares.ts";
import { makeHost } from "../host/index.ts";
import { places } from "../places.ts";
import { bringPackages } from "../steps/packages.ts";
import { second } from "../steps/second-host.ts";

interface Asked {
  readonly from: string;
  readonly fromSecond: boolean;
  readonly before: Date | undefined;
  readonly shares?: string | undefined;
}

/** What opens the escrow; brought before anything else, as the settings of this host lie in it. */
const tools = ["age", "ssss"];

/** Opens the archive of settings, keys and passphrases with the officers' shares, in memory. */
export async function openGround(asked: Asked): Promise<Foundations> {
  const { from: folder, fromSecond, before } = asked;
  const shares = await readShares(asked.shares);
  const names = fromSecond ? [...tools, "restic"] : tools;
  const bundle = process.env["SECRETARIAT_BUNDLE"];
  await bringPackages(makeHost(), { bundle, names, isBroken: true }); // no journal tells of an earlier try
  if (fromSecond) {
    await mkdir(folder, { recursive: true });
    await fetchArchives({ folder, second }, before);
  }
  // By what lies beside these very backups: an earlier try may have been with other ones.
  return openEscrow({ folder, state: publicFacts({ folder }) }, shares, exit.notPermittedHere);
}

/** The key that vouches for manifests, among the facts that came out of the archive. */
export function factsOf({ folder }: Pick<Foundations, "folder">): string {
  return join(folder, "facts");
}

/** This machine's own site.yml, where it was given or lies in its place; else the one of the lost machine. */
export function siteOf({ folder }: Pick<Foundations, "folder">, given?: string): string {
  const archived = join(folder, "settings", places.site);
  return given ?? (existsSync(places.site) ? places.site : archived);
}
