import { expect } from "chai";
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeConfigurations, listConfigurations } from "../../backups/escrow/archives.ts";
import { archiveConfiguration } from "../../backups/escrow/configuration.ts";
import { splitEscrow } from "../../backups/escrow/split.ts";
import { signingKey, signingKeyName } from "../../backups/manifest/sign.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { giveTo, makeScratchFolder } from "../../backups/postgres/scratch-cluster.ts";
import { makePlain } from "../../backups/restore/bring-documents.ts";
import { removeUnfinished } from "../../backups/restore/fill-fresh.ts";
import { layFoundations } from "../../backups/restore/from-escrow.ts";
import { refuseStarted } from "../../backups/restore/run.ts";
import { userId } from "../../installer/host/index.ts";
import { scenePlaces } from "./scene.ts";

describe("What is broken off, or meets another", function () {
  this.timeout(30_000);
  let folder = "";
  let places: BackupPlaces;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "broken-off-"));
    const at = (name: string): string => join(folder, name);
    places = scenePlaces(folder);
    for (const name of ["keys", "state", "credentials", "data"]) {
      mkdirSync(at(name), { mode: 0o700 });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves no archive of the configuration that nothing vouches for", async () => {
    await splitEscrow(places, { recipients: [], shares: 5, threshold: 3 });
    const inTheWay = join(places.folder, "configuration/20261122T040000Z.tar.age.statement.new");
    mkdirSync(inTheWay, { recursive: true });
    const broken = archiveConfiguration(places, new Date("2026-11-22T04:00:00Z"));
    expect(await broken.catch(() => "broken off")).to.equal("broken off");
    expect(await listConfigurations(places)).to.deep.equal([]);
    await archiveConfiguration(places, new Date("2026-11-22T05:00:00Z"));
    expect(await judgeConfigurations(places)).to.deep.equal([]);
  });

  it("makes one key that vouches, whoever asks for it first", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => signingKey(places.state)));
    expect(new Set(keys).size).to.equal(1);
  });

  it("believes the manifests that are restored from, on a host that has a key of its own", async () => {
    await signingKey(places.state);
    const opened = join(folder, "opened");
    for (const part of ["keys", "secrets", "facts"]) {
      mkdirSync(join(opened, part), { recursive: true });
    }
    writeFileSync(join(opened, "facts", signingKeyName), "the key of the lost host");
    const foundations = { folder: opened, archive: "", discard: () => Promise.resolve() };
    await layFoundations(places, foundations, () => Promise.resolve());
    const key = readFileSync(join(places.state, signingKeyName), "utf8");
    expect(key).to.equal("the key of the lost host");
  });

  it("lays nothing down where another could turn it elsewhere", async function () {
    if (process.getuid?.() !== 0 || userId("postgres") === undefined) {
      this.skip(); // only root has something to lose here
    }
    const scratch = await makeScratchFolder(places, "trial");
    expect(statSync(scratch).uid).to.equal(0);
    const [victim, turned] = [join(folder, "victim"), join(folder, "turned")];
    writeFileSync(victim, "root's");
    symlinkSync(victim, turned);
    await giveTo("postgres", turned);
    expect(statSync(victim).uid).to.equal(0);
  });

  it("lays keys in the place of links, and no secret of a name that nobody gives", async () => {
    const opened = join(folder, "opened");
    for (const part of ["keys", "secrets", "facts"]) {
      mkdirSync(join(opened, part), { recursive: true });
    }
    const victim = join(folder, "victim");
    writeFileSync(victim, "root's");
    symlinkSync(victim, join(places.keys, "lookup.key"));
    writeFileSync(join(opened, "keys/lookup.key"), "the key");
    writeFileSync(join(opened, "secrets/database-url"), "a secret");
    writeFileSync(join(opened, "secrets/database-url.cred.new"), "half a secret");
    const kept: string[] = [];
    const foundations = { folder: opened, archive: "", discard: () => Promise.resolve() };
    await layFoundations(places, foundations, async (name) => void kept.push(name));
    expect(readFileSync(victim, "utf8")).to.equal("root's");
    expect(readFileSync(join(places.keys, "lookup.key"), "utf8")).to.equal("the key");
    expect(kept).to.deep.equal(["database-url"]);
  });

  it("restores no document through a link", async () => {
    const top = places.documents;
    await makePlain(top, join(top, "ab/cd"));
    expect(statSync(join(top, "ab/cd")).isDirectory()).to.equal(true);
    symlinkSync(folder, join(top, "ef"));
    const refused = makePlain(top, join(top, "ef/gh")).catch((error: Error) => error.message);
    expect(await refused).to.contain("no folder");
    expect(existsSync(join(folder, "gh"))).to.equal(false);
  });

  it("takes away what a killed restore had brought so far, and nothing else", async () => {
    const left = ["restored-20261122T040000Z", "before-20261121T040000Z"];
    left.forEach((name) => mkdirSync(`${places.postgres.data}.${name}`));
    await removeUnfinished(places.postgres.data);
    const kept = left.filter((name) => existsSync(`${places.postgres.data}.${name}`));
    expect(kept).to.deep.equal(["before-20261121T040000Z"]);
    expect(existsSync(places.postgres.data)).to.equal(true);
  });

  it("puts nothing in the place of a database that was started meanwhile", async () => {
    const fresh = join(folder, "fresh");
    mkdirSync(fresh);
    const idle = ["-e", "setInterval(() => {}, 1000)", "postgres"];
    const server = spawn(process.execPath, idle, { stdio: "ignore" });
    try {
      writeFileSync(join(places.postgres.data, "postmaster.pid"), `${server.pid}\n`);
      const refused: unknown = await refuseStarted(places, fresh).catch((error: unknown) => error);
      expect(refused).to.include({ reason: "live" });
      expect(existsSync(fresh)).to.equal(false);
    } finally {
      server.kill();
    }
    rmSync(join(places.postgres.data, "postmaster.pid"));
    await refuseStarted(places, fresh);
  });
});
