import { expect } from "chai";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLock, archiveName } from "../../../installer/bundle/debian-lock.ts";
import { debianWishes } from "../../../installer/bundle/debian-wishes.ts";
import { bundleName } from "../../../installer/bundle/make-bundle.ts";
import type { Manifest } from "../../../installer/bundle/manifest.ts";
import { publicKeyFile } from "../../../installer/bundle/release-keys.ts";
import { verifyBundle } from "../../../installer/bundle/verify-bundle.ts";
import { productionModules } from "../../../installer/package/production-modules.ts";
import { run } from "../../../installer/package/run.ts";
import { bundleOnce, makeOnce, scratch, testKeys } from "./made.ts";

describe("The bundle an administrator carries in", function () {
  this.timeout(300_000);
  let tar = "";
  let folder = "";
  let key = "";
  let manifest: Manifest;

  before(async () => {
    tar = await bundleOnce();
    key = publicKeyFile((await testKeys()).open);
    const at = scratch("bundle");
    await run(["tar", "-xf", tar, "-C", at]);
    folder = join(at, bundleName((await makeOnce()).release));
    manifest = await verifyBundle({ bundle: folder, key });
  });

  it("is at most 400 MB", () => {
    expect(statSync(tar).size).to.be.lessThan(400e6);
  });

  it("says the same of itself as one file and unpacked", async () => {
    expect(await verifyBundle({ bundle: tar, key })).to.deep.equal(manifest);
    expect(manifest.version).to.equal((await makeOnce()).version);
    expect(Object.keys(manifest.files)).to.include.members([manifest.package, "install"]);
  });

  it("bears a signature that Debian's minisign accepts", async () => {
    const file = join(scratch("key"), "secretariat.pub");
    writeFileSync(file, key);
    const said = (await run(["minisign", "-V", "-p", file, "-m", tar])).toString();
    expect(said).to.include("Signature and comment signature verified");
    expect(said).to.include(`secretariat ${manifest.version} debian12 amd64`);
  });

  it("brings every Debian package in the locked version, for apt to check", async () => {
    const list = readFileSync(join(folder, "apt/Packages"), "utf8");
    const brought = [...list.matchAll(/^Package: (\S+)\n(?:.+\n)*?Version: (\S+)/gm)];
    const locked = readLock().filter(({ name }) => name !== archiveName);
    expect(brought.map(([, name, version]) => `${name} ${version}`).toSorted()).to.deep.equal(
      locked.map(({ name, version }) => `${name} ${version}`).toSorted(),
    );
  });

  it("is all that apt needs on a Debian that has nothing yet", async () => {
    const output = await aptInstall(folder);
    const found = output.split("\n").filter((line) => line.startsWith("Inst ")).length;
    expect(found).to.equal(readLock().length - 1);
  });

  it("lists every part of the product and every Debian package", () => {
    const text = readFileSync(join(folder, "sbom.json"), "utf8");
    const { components } = JSON.parse(text) as { components: readonly Part[] };
    const purls = new Set(everyPurl(components));
    const npm = productionModules().map(
      ({ name, version }) => `pkg:npm/${name.replace("@", "%40")}@${version}`,
    );
    const debian = readLock().filter(({ name }) => name !== archiveName);
    expect(npm.filter((purl) => !purls.has(purl))).to.deep.equal([]);
    const unlisted = debian.filter(
      ({ name, version }) =>
        ![...purls].some((purl) =>
          purl.startsWith(`pkg:deb/debian/${name}@${encodeURIComponent(version)}?`),
        ),
    );
    expect(unlisted).to.deep.equal([]);
  });

  it("holds no secret key", async () => {
    const found = await run([
      "grep",
      "-rlE",
      "minisign (encrypted )?secret key|PRIVATE KEY BLOCK",
      folder,
    ]).catch(() => Buffer.from(""));
    expect(found.toString().trim()).to.equal("");
  });
});

interface Part {
  readonly purl?: string;
  readonly components?: readonly Part[];
}

function everyPurl(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ purl = "", components = [] }) => [
    purl.replace(/\?(?!arch).*$/, ""),
    ...everyPurl(components),
  ]);
}

/** What apt would install from the bundle alone, its signature checked, on an empty machine. */
async function aptInstall(bundle: string): Promise<string> {
  const world = scratch("apt");
  for (const path of ["lists/partial", "cache/archives/partial", "empty"]) {
    mkdirSync(join(world, path), { recursive: true });
  }
  writeFileSync(join(world, "status"), "");
  const source = `deb [signed-by=${bundle}/keys/archive.gpg] file:${bundle}/apt ./\n`;
  writeFileSync(join(world, "sources.list"), source);
  const settings = [
    `Dir::Etc::sourcelist=${world}/sources.list`,
    `Dir::Etc::sourceparts=${world}/empty`,
    `Dir::State=${world}`,
    `Dir::State::status=${world}/status`,
    `Dir::Cache=${world}/cache`,
    "APT::Architecture=amd64",
    "APT::Install-Recommends=false",
    "APT::Sandbox::User=root",
  ].flatMap((setting) => ["-o", setting]);
  await run(["apt-get", ...settings, "update"]);
  return (await run(["apt-get", ...settings, "--simulate", "install", ...debianWishes])).toString();
}
