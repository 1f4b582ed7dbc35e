import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import {
  backUpFolders,
  createStore,
  releaseStaleLocks,
  verifyStore,
  type Store,
} from "../../backups/engine/restic.ts";
import { isLiveRestic } from "../../backups/engine/stale-lock.ts";

/** As a power cut leaves it: nobody says goodbye. */
async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("A lock that a killed run left", function () {
  this.timeout(60_000);
  let folder: string;
  let documents: string;
  let store: Store & { at: { folder: string } };

  before(function () {
    if (spawnSync("restic", ["version"]).status !== 0) {
      this.skip(); // restic comes with the tests of the appliance
    }
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "stale-lock-"));
    documents = join(folder, "documents");
    store = { at: { folder: join(folder, "store") }, passphrase: "x" };
    mkdirSync(documents);
    writeFileSync(join(documents, "letter"), randomBytes(200_000));
    await createStore(store);
    await backUpFolders(store, [documents], ["documents"]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const locks = (): string[] => readdirSync(join(store.at.folder, "locks"));
  /** Reads as slowly as a large office's store is read: it holds its lock for minutes. */
  const slowCheck = async (): Promise<ChildProcess> => {
    const words = ["--repo", store.at.folder, "--no-cache", "--limit-download", "1"];
    const child = spawn("restic", [...words, "check", "--read-data"], {
      stdio: "ignore",
      env: { PATH: process.env["PATH"], RESTIC_PASSWORD: store.passphrase },
    });
    for (let attempt = 0; attempt < 200 && locks().length === 0; attempt += 1) {
      await pause(100);
    }
    expect(locks()).to.have.length(1);
    return child;
  };
  const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

  it("keeps no backup and no verification out, though it was for one alone", async () => {
    const check = await slowCheck();
    expect(await releaseStaleLocks(store, inAnHour()), "it lives").to.equal(0);
    await killed(check);
    expect(await createStore(store), "the repository is there").to.equal(false);
    expect(await releaseStaleLocks(store), "it died just now").to.equal(0);
    expect(await releaseStaleLocks(store, inAnHour())).to.equal(1);
    expect(locks()).to.deep.equal([]);
    expect((await backUpFolders(store, [documents], ["documents"])).files).to.equal(1);
    expect((await verifyStore(store)).isWhole).to.equal(true);
  });

  it("is not kept alive by another program that was given its number", async () => {
    const check = await slowCheck();
    expect(isLiveRestic(check.pid ?? 0)).to.equal(true);
    await killed(check);
    expect(isLiveRestic(check.pid ?? 0)).to.equal(false);
    expect(isLiveRestic(process.pid), "the number of a test").to.equal(false);
  });
});
