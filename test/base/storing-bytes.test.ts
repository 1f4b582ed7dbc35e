import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import { config, readStored, store, storedSize, withStoredFile } from "../../app/base/index.ts";
import { storePlace } from "../../app/base/encryption/store-places.ts";
import { sweepLent } from "../../app/base/lent-file.ts";
import { sweepIncoming } from "../../app/base/storage.ts";
import { refusalOf } from "../support/expectations.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const whole = (sha256: string): Promise<Buffer> => buffer(readStored(sha256));
const incoming = (): string[] => readdirSync(join(config().DOCUMENTS_FOLDER, "incoming"));

describe("The store", () => {
  let usual: string;
  let folder: string;

  beforeEach(() => {
    usual = config().DOCUMENTS_FOLDER;
    folder = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "store");
    mkdirSync(folder, { recursive: true });
    Object.assign(config(), { DOCUMENTS_FOLDER: folder });
  });
  afterEach(() => {
    Object.assign(config(), { DOCUMENTS_FOLDER: usual });
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps bytes under their hash, and gives back the whole or a part", async () => {
    const bytes = randomBytes(300_000);
    expect(await store(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))).to.deep.equal({
      sha256: hashOf(bytes),
      bytes: bytes.length,
    });
    expect((await whole(hashOf(bytes))).equals(bytes)).to.equal(true);
    expect(await storedSize(hashOf(bytes))).to.equal(bytes.length);
    const part = await readStored(hashOf(bytes), { start: 10, end: 19 }).toArray();
    expect(Buffer.concat(part).equals(bytes.subarray(10, 20))).to.equal(true);
    expect(incoming()).to.deep.equal([]);
  });

  it("keeps the same bytes once and never writes them again, also at once", async () => {
    const bytes = randomBytes(1000);
    const { sha256 } = await store([bytes]);
    const files = (): string[] => readdirSync(storePlace(sha256).folder).toSorted();
    const before = files();
    await Promise.all([1, 2, 3, 4].map(() => store([bytes])));
    expect(before).to.have.length(2);
    expect(files()).to.deep.equal(before);
    expect(incoming()).to.deep.equal([]);
  });

  it("refuses what is longer than the limit and leaves nothing", async () => {
    expect(await refusalOf(store([randomBytes(600), randomBytes(600)], 1000))).to.equal(
      "too-large",
    );
    expect(incoming()).to.deep.equal([]);
    expect(readdirSync(folder)).to.deep.equal(["incoming"]);
  });

  it("leaves nothing of a source that breaks off", async () => {
    const broken = Readable.from(
      (function* () {
        yield randomBytes(10);
        throw new Error("link lost");
      })(),
    );
    await store(broken).then(
      () => expect.fail("it was stored"),
      () => undefined,
    );
    expect(incoming()).to.deep.equal([]);
  });

  it("lends a file that nobody else reads, and takes it back whatever happened", async () => {
    const bytes = randomBytes(5_000);
    const { sha256 } = await store([bytes]);
    const lent: string[] = [];
    const copy = await withStoredFile(sha256, async (path) => {
      lent.push(path);
      expect(statSync(path).mode & 0o777).to.equal(0o600);
      expect(statSync(dirname(path)).mode & 0o777).to.equal(0o700);
      return readFileSync(path);
    });
    expect(copy.equals(bytes)).to.equal(true);
    const failing = withStoredFile(sha256, async (path) => {
      lent.push(path);
      throw new Error("the program broke");
    });
    expect(await failing.catch(String)).to.contain("the program broke");
    expect(lent.map((path) => existsSync(path))).to.deep.equal([false, false]);
  });

  it("takes back what a process that died had been lent", async () => {
    const dead = join(folder, "lent", "999999999.1");
    const before = join(folder, "lent", String(process.pid)); // the same number, as in a container
    for (const each of [dead, before]) {
      mkdirSync(each, { recursive: true });
    }
    const { sha256 } = await store([Buffer.from("letter")]);
    await withStoredFile(sha256, async (path) => {
      await sweepLent();
      expect([dead, before, path].map((each) => existsSync(each))).to.deep.equal([
        false,
        false,
        true,
      ]);
    });
  });

  it("takes only a hash for a name", () => {
    for (const name of ["../../../etc/passwd", "", "a".repeat(63), "A".repeat(64)]) {
      expect(() => readStored(name)).to.throw("SHA-256");
    }
  });

  it("shows no part of a file when the process dies while it comes in, and sweeps the rest", async () => {
    const child = spawn(process.execPath, ["--import=tsx", "--input-type=module"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end(`
      const { store } = await import("./app/base/storage.ts");
      const endless = async function* () {
        yield Buffer.from("half a letter");
        process.stdout.write("begun");
        await new Promise(() => setInterval(() => undefined, 1000));
      };
      await store(endless());
    `);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    Object.assign(config(), { DOCUMENTS_FOLDER: usual });
    const { folder: place } = storePlace(hashOf(Buffer.from("half a letter")));
    expect(existsSync(place) ? readdirSync(place) : []).to.deep.equal([]);
    expect(incoming()).to.have.length.greaterThan(0);
    await sweepIncoming();
    expect(incoming()).to.have.length.greaterThan(0); // it may still be under way
    for (const name of incoming()) {
      utimesSync(join(usual, "incoming", name), 0, 0);
    }
    await sweepIncoming();
    expect(incoming()).to.deep.equal([]);
  }).timeout(30_000);

  it("says so in words when the disk is full, and leaves no half file", async function () {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status !== 0) {
      process.stderr.write("      (not tried: only root may make a disk that is too small)\n");
      this.skip();
    }
    try {
      Object.assign(config(), { DOCUMENTS_FOLDER: disk });
      expect(await refusalOf(store([randomBytes(200_000)]))).to.equal("unavailable");
      expect(incoming()).to.deep.equal([]);
      const small = randomBytes(2_000);
      const { sha256 } = await store([small]);
      expect((await whole(sha256)).equals(small)).to.equal(true);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
