import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "../local/places.ts";
import { run } from "../package/run.ts";

const folder = join(varFolder, "debian");
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const mirror = process.env["DEBIAN_MIRROR"] ?? "http://deb.debian.org/debian";
const securityMirror = process.env["DEBIAN_SECURITY_MIRROR"] ?? `${mirror}-security`;

/** Packages that were fetched once, each named by its SHA-256. */
export const packageCache = join(folder, "packages");

/** Where apt leaves what it fetches. */
export const arrivals = join(folder, "cache/archives");

/**
 * Runs an apt program in a world of its own: only Debian 12, nothing installed yet, no setting of this machine but
 * how it reaches the network.
 */
export async function inAptWorld(
  command: readonly string[],
  options: readonly string[] = [],
): Promise<string> {
  const [program = "", ...rest] = command;
  const settings = [...world(), ...options].flatMap((setting) => ["-o", setting]);
  return (await run([program, ...settings, ...rest], { cwd: arrivals })).toString();
}

/** Fetches the lists of Debian 12, as the mirror has them now. */
export async function refreshLists(): Promise<void> {
  for (const path of ["lists/partial", "cache/archives/partial", "empty", "packages"]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, "status"), "");
  const suites = [
    `${mirror} bookworm`,
    `${mirror} bookworm-updates`,
    `${securityMirror} bookworm-security`,
  ];
  const lines = suites.map((suite) => `deb [arch=amd64 signed-by=${keyring}] ${suite} main\n`);
  writeFileSync(join(folder, "sources.list"), lines.join(""));
  await inAptWorld(["apt-get", "update"]);
}

/** Debian's signed description of its main archive, as the mirror has it now. */
export function inRelease(): string {
  const lists = readdirSync(join(folder, "lists"));
  const name = lists.find((each) => each.endsWith("_dists_bookworm_InRelease"));
  return join(folder, "lists", name ?? "InRelease");
}

/** Fetches a list that the description names, which the mirror also keeps under its hash. */
export async function fetchByHash(sha256: string, target: string): Promise<void> {
  const address = `${mirror}/dists/bookworm/main/binary-amd64/by-hash/SHA256/${sha256}`;
  const fetch = ["download-file", address, target, `SHA256:${sha256}`];
  await inAptWorld(["/usr/lib/apt/apt-helper", ...fetch]);
}

function world(): readonly string[] {
  return [
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    `Dir::Etc::sourceparts=${folder}/empty`,
    `Dir::Etc::preferences=${folder}/none`,
    `Dir::Etc::preferencesparts=${folder}/empty`,
    `Dir::State=${folder}`,
    `Dir::State::lists=${folder}/lists`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}/cache`,
    "APT::Architecture=amd64",
    "APT::Architectures::=amd64",
    "APT::Install-Recommends=false",
    "APT::Sandbox::User=root",
    "Acquire::Languages=none",
    "Debug::NoLocking=true",
  ];
}
