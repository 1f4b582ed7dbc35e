import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root, varFolder } from "../local/places.ts";
import { onStop } from "../local/stopping.ts";
import type { Release } from "../package/release.ts";
import { factsOf } from "../package/release-tree.ts";
import { run } from "../package/run.ts";
import { sealTree } from "../package/seal-tree.ts";
import { makeRepository } from "./apt-repository.ts";
import { writeBundleSbom } from "./bundle-sbom.ts";
import { filesIn, manifestName, sumOf, sumsName } from "./check-sums.ts";
import { archiveName, readLock, type LockedPackage } from "./debian-lock.ts";
import { fetchPackages } from "./fetch-packages.ts";
import type { Manifest } from "./manifest.ts";
import { signFile } from "./minisign.ts";
import type { ReleaseKeys } from "./release-keys.ts";
import { ownPath, stopOf } from "./upgrade-path.ts";
import { layVerifier } from "./verifier.ts";

interface Wish {
  readonly release: Release;
  readonly deb: string;
  readonly output: string;
  readonly keys: ReleaseKeys;
  /** Which release may follow which; left out: this checkout's. */
  readonly path?: string;
  /** The packages of Debian; left out: those of the lock. */
  readonly debian?: readonly LockedPackage[];
}

export function bundleName({ version }: Release): string {
  return `secretariat-${version}-debian12-amd64`;
}

/** Gathers, lists, signs and packs; answers with the one file, which has its signature beside it. */
export async function makeBundle({
  path = ownPath,
  debian = readLock(),
  ...wish
}: Wish): Promise<string> {
  const { release, deb, output, keys } = wish;
  mkdirSync(varFolder, { recursive: true });
  const work = mkdtempSync(join(varFolder, "bundling-"));
  const discard = (): void => rmSync(work, { recursive: true, force: true });
  onStop(work, discard);
  try {
    const folder = join(work, bundleName(release));
    await gather(folder, { ...wish, path, debian });
    await list(folder, { release, deb: basename(deb), path });
    await sign(join(folder, sumsName), release, keys);
    sealTree(folder, release.date);
    const tar = join(output, `${bundleName(release)}.tar`);
    await pack(work, release, tar);
    await sign(tar, release, keys);
    return tar;
  } finally {
    discard();
  }
}

async function gather(folder: string, wish: Required<Wish>): Promise<void> {
  const { release, deb, keys, path, debian } = wish;
  await fetchPackages(debian);
  const packages = debian.filter(({ name }) => name !== archiveName);
  mkdirSync(folder);
  cpSync(deb, join(folder, basename(deb)));
  await makeRepository(join(folder, "apt"), { packages, release, archiveKey: keys.archive });
  await layVerifier(join(folder, "verifier"), debian);
  await takeSbom(folder, deb, packages);
  cpSync(join(root, "installer/bundle/install"), join(folder, "install"));
  cpSync(path, join(folder, "upgrade-path.json"));
  cpSync(join(root, "CHANGELOG.md"), join(folder, "CHANGELOG.md"));
}

/** The release's own list of parts lies in its package. */
async function takeSbom(
  folder: string,
  deb: string,
  packages: ReturnType<typeof readLock>,
): Promise<void> {
  const tree = join(folder, "unpacked");
  mkdirSync(tree);
  const tar = await run(["dpkg-deb", "--fsys-tarfile", deb]);
  const options = ["-x", "--strip-components=5", "-C", tree, "--wildcards", "*/sbom.json"];
  await run(["tar", ...options], { input: tar });
  writeBundleSbom(join(folder, "sbom.json"), tree, packages);
  rmSync(tree, { recursive: true });
}

/** Writes what is in the bundle: for programs the manifest, for `sha256sum -c` the sums. */
async function list(folder: string, told: Omit<Told, "files">): Promise<void> {
  const files: Manifest["files"] = {};
  for (const name of filesIn(folder)) {
    const file = join(folder, name);
    files[name] = { bytes: statSync(file).size, sha256: await sumOf(file) };
  }
  const manifest = await manifestOf(folder, { ...told, files });
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  const sum = await sumOf(join(folder, manifestName));
  const lines = Object.entries(files).map(([name, { sha256 }]) => `${sha256}  ${name}\n`);
  writeFileSync(join(folder, sumsName), `${lines.join("")}${sum}  ${manifestName}\n`);
}

interface Told {
  readonly release: Release;
  readonly deb: string;
  readonly path: string;
  readonly files: Manifest["files"];
}

async function manifestOf(folder: string, { release, deb, path, files }: Told): Promise<Manifest> {
  const { version, date, schema } = factsOf(release);
  const { minFrom, supersedes, readsSchema = schema } = stopOf(version, path);
  const installed = await run(["dpkg-deb", "--field", join(folder, deb), "Installed-Size"]);
  const bytes = Object.values(files).reduce((sum, each) => sum + each.bytes, 0);
  return {
    format: 1,
    version,
    date,
    minFrom,
    supersedes: [...supersedes],
    schema: { to: schema, reads: readsSchema },
    postgresMajor: 15,
    os: { id: "debian", from: "12", to: "12", architecture: "amd64" },
    package: deb,
    sizes: { bundle: bytes, installedKibibytes: Number(installed.toString()) },
    files,
  };
}

async function sign(file: string, { version, date }: Release, keys: ReleaseKeys): Promise<void> {
  const comment = `secretariat ${version} debian12 amd64 ${new Date(date * 1000).toISOString()}`;
  writeFileSync(`${file}.minisig`, await signFile(file, keys.secret, comment));
}

async function pack(work: string, release: Release, target: string): Promise<void> {
  const same = ["--sort=name", `--mtime=@${release.date}`, "--owner=0", "--group=0"];
  const options = ["--format=gnu", "--numeric-owner", ...same, "-cf", target, "-C", work];
  await run(["tar", ...options, bundleName(release)]);
}
