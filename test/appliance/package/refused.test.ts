import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import { bundleName } from "../../../installer/bundle/make-bundle.ts";
import {
  makeReleaseKeys,
  publicKeyFile,
  readReleaseKeys,
} from "../../../installer/bundle/release-keys.ts";
import { BundleRefused } from "../../../installer/bundle/refusals.ts";
import { signFile } from "../../../installer/bundle/minisign.ts";
import { verifyBundle } from "../../../installer/bundle/verify-bundle.ts";
import { run } from "../../../installer/package/run.ts";
import { bundleOnce, makeOnce, scratch, testKeys } from "./made.ts";

/** Both who check are asked: the script that a bare host runs, and the program that an upgrade runs. */
describe("A bundle that is not as it was signed", function () {
  this.timeout(600_000);
  let tar = "";
  let folder = "";
  let keyFile = "";
  let install = "";

  before(async () => {
    const place = scratch("carried");
    tar = join(place, basename(await bundleOnce()));
    for (const ending of ["", ".minisig"]) {
      copyFileSync(`${await bundleOnce()}${ending}`, `${tar}${ending}`);
    }
    keyFile = join(place, "secretariat.pub");
    writeFileSync(keyFile, publicKeyFile((await testKeys()).open));
    await run(["tar", "-xf", tar, "-C", place]);
    folder = join(place, bundleName((await makeOnce()).release));
    install = join(scratch("script"), "install");
    copyFileSync(join(folder, "install"), install);
  });

  it("is told from one that is", async () => {
    expect(await refusedBy(tar)).to.deep.equal([]);
    expect(await refusedBy(folder)).to.deep.equal([]);
  });

  it("is refused with one byte flipped anywhere in the file that is carried", async () => {
    const { size } = statSync(tar);
    const places = [
      0,
      100,
      size - 1,
      size - 5_000,
      ...Array.from({ length: 21 }, () => randomInt(size)),
    ];
    for (const at of places) {
      await withFlip(tar, at, async () => {
        expect(await refusedBy(tar), `byte ${at}`).to.deep.equal(both);
      });
    }
  });

  it("is refused with one byte flipped in its signature", async () => {
    const signature = `${tar}.minisig`;
    for (let at = 0; at < statSync(signature).size; at += 29) {
      await withFlip(signature, at, async () => {
        expect(await refusedBy(tar), `byte ${at}`).to.deep.equal(both);
      });
    }
  });

  it("is refused with one byte flipped in any kind of file that was unpacked", async () => {
    const deb = readdirSync(join(folder, "apt/pool")).at(randomInt(200)) ?? "";
    const own = readdirSync(folder).find((name) => name.endsWith(".deb")) ?? "";
    const files = [
      own,
      join("apt/pool", deb),
      "apt/Packages",
      "apt/InRelease",
      "keys/archive.gpg",
      "manifest.json",
      "upgrade-path.json",
      "sbom.json",
      "install",
      "SHA256SUMS",
      "SHA256SUMS.minisig",
      "verifier/minisign.deb",
    ];
    for (const name of files) {
      const file = join(folder, name);
      await withFlip(file, randomInt(statSync(file).size), async () => {
        expect(await refusedBy(folder), name).to.deep.equal(both);
      });
    }
  });

  it("is refused cut short, at any place", async () => {
    const whole = `${tar}.whole`;
    copyFileSync(tar, whole);
    for (const bytes of [
      0,
      511,
      10_240,
      Math.floor(statSync(tar).size / 2),
      statSync(tar).size - 1,
    ]) {
      truncateSync(tar, bytes);
      expect(await refusedBy(tar), `${bytes}`).to.deep.equal(both);
      copyFileSync(whole, tar);
    }
    rmSync(whole);
  });

  it("is refused with a package swapped for another, missing, or one more", async () => {
    const pool = join(folder, "apt/pool");
    const [first = "", second = ""] = readdirSync(pool);
    const kept = readFileSync(join(pool, first));
    copyFileSync(join(pool, second), join(pool, first));
    expect(await refusedBy(folder), "swapped").to.deep.equal(both);
    rmSync(join(pool, first));
    expect(await refusedBy(folder), "missing").to.deep.equal(both);
    writeFileSync(join(pool, first), kept);
    writeFileSync(join(pool, "another.deb"), kept);
    expect(await refusedBy(folder), "one more").to.deep.equal(both);
    rmSync(join(pool, "another.deb"));
    expect(await refusedBy(folder)).to.deep.equal([]);
  });

  it("is refused without its signature, and with another key's", async () => {
    const kept = readFileSync(`${tar}.minisig`);
    rmSync(`${tar}.minisig`);
    expect(await refusedBy(tar), "none").to.deep.equal(both);
    const other = scratch("other-key");
    await makeReleaseKeys(other);
    writeFileSync(`${tar}.minisig`, await signFile(tar, readReleaseKeys(other).secret, "ours"));
    expect(await refusedBy(tar), "another").to.deep.equal(both);
    writeFileSync(`${tar}.minisig`, kept);
  });

  it("is refused on a host that has no minisign, by the one that came along", () => {
    const hide = 'mount --bind /dev/null "$(command -v minisign)" && exec "$@"';
    const around = ["--mount", "sh", "-c", hide, "sh"];
    const command = [install, "verify", "--key", keyFile, "--bundle"];
    const hidden = (bundle: string) => spawnSync("unshare", [...around, ...command, bundle]);
    expect(hidden(tar).status).to.equal(0);
    return withFlip(tar, randomInt(statSync(tar).size), () => {
      expect(hidden(tar).status).to.equal(1);
    });
  });

  it("is refused under a key whose fingerprint is not the printed one", () => {
    const carried = ["verify", "--key", keyFile, "--bundle", tar];
    const wrong = spawnSync(install, [...carried, "--fingerprint", "0".repeat(64)]);
    expect(wrong.status).to.equal(1);
  });

  it("is told on a host whose temporary folder lets no program run", () => {
    const place = scratch("no-programs");
    const mount = `mount -t tmpfs -o noexec tmpfs ${place} && TMPDIR=${place} exec "$@"`;
    const command = [install, "verify", "--key", keyFile, "--bundle", folder];
    const told = spawnSync("unshare", ["--mount", "sh", "-c", mount, "sh", ...command]);
    expect(told.status, told.stderr.toString()).to.equal(0);
  });

  const both = ["install", "verify-bundle"];

  /** Who refuses it; a crash is no refusal. */
  async function refusedBy(bundle: string): Promise<readonly string[]> {
    const command = ["verify", "--key", keyFile, "--bundle", bundle];
    const { status, stderr } = spawnSync(install, command, { encoding: "utf8" });
    expect([0, 1], stderr).to.include(status);
    const byScript = status === 1 && stderr.includes("✗");
    const byProgram = await verifyBundle({ bundle, key: readFileSync(keyFile, "utf8") }).then(
      () => false,
      (error: unknown) => error instanceof BundleRefused,
    );
    return [...(byScript ? ["install"] : []), ...(byProgram ? ["verify-bundle"] : [])];
  }
});

/** Changes one byte for as long as the work takes. */
async function withFlip(file: string, at: number, work: () => void | Promise<void>): Promise<void> {
  flip(file, at);
  try {
    await work();
  } finally {
    flip(file, at);
  }
}

function flip(file: string, at: number): void {
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte.writeUInt8(byte.readUInt8(0) ^ 0x10);
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
