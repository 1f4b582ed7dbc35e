import { expect } from "chai";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeConfigurations, listConfigurations } from "../../backups/escrow/archives.ts";
import { archiveConfiguration } from "../../backups/escrow/configuration.ts";
import { makeMemoryFolder, memoryFolder } from "../../backups/escrow/memory-folder.ts";
import { splitEscrow } from "../../backups/escrow/split.ts";
import { ownMark } from "../../backups/left-behind.ts";
import { signingKey, signingKeyName } from "../../backups/manifest/sign.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { giveTo, makeScratchFolder } from "../../backups/postgres/scratch-cluster.ts";
import { acceptRestore } from "../../backups/restore/accept.ts";
import { makePlain } from "../../backups/restore/bring-documents.ts";
import { removeUnfinished } from "../../backups/restore/fill-fresh.ts";
import { layFoundations } from "../../backups/restore/from-escrow.ts";
import { noteRestore, readRestore, type RestoreNote } from "../../backups/restore/restore-note.ts";
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
  afterEach(() => {
    servers.splice(0).forEach((server) => server.kill("SIGKILL"));
    rmSync(folder, { recursive: true, force: true });
  });

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

  it("takes away the copies of killed trials and restores, and ends the Postgres left on them", async () => {
    const left = join(places.scratch, "trial-4194305-1");
    const again = join(places.scratch, `trial-${process.pid}-1`); // our number, and not our start
    const living = join(places.scratch, `restore-${await ownMark()}`);
    for (const path of [left, again, living]) {
      mkdirSync(join(path, "data"), { recursive: true });
    }
    writeFileSync(join(again, "data/postmaster.pid"), `${process.pid}\n`); // the office's own, by now
    const server = await serverOn(join(left, "data"));
    const made = await makeScratchFolder(places, "trial");
    expect(readdirSync(places.scratch).map((name) => join(places.scratch, name))).to.have.members([
      living,
      made,
    ]);
    expect(await server.ended()).to.equal("SIGQUIT");
  });

  it("leaves nothing unsealed in memory of runs that were killed", async () => {
    const at = (mark: string): string => join(memoryFolder(), `secretariat-proof-${mark}-left`);
    const [dead, again] = [at("4194305-1"), at(`${process.pid}-1`)];
    const living = at(await ownMark());
    for (const path of [dead, again, living]) {
      mkdirSync(path, { mode: 0o700 });
    }
    const made = await makeMemoryFolder("configuration");
    expect([dead, again, living, made].filter((path) => existsSync(path))).to.deep.equal([
      living,
      made,
    ]);
    rmSync(living, { recursive: true });
    rmSync(made, { recursive: true });
  });

  it("takes away what a killed restore had brought so far, and nothing else", async () => {
    const left = ["restored-20261122T040000Z", "before-20261121T040000Z"];
    left.forEach((name) => mkdirSync(`${places.postgres.data}.${name}`));
    const server = await serverOn(`${places.postgres.data}.${left[0]}`);
    await removeUnfinished(places.postgres.data);
    const kept = left.filter((name) => existsSync(`${places.postgres.data}.${name}`));
    expect(kept).to.deep.equal(["before-20261121T040000Z"]);
    expect(await server.ended()).to.equal("SIGQUIT");
    expect(existsSync(places.postgres.data)).to.equal(true);
  });

  it("lets nobody write in a restored office whose full set could not be taken", async () => {
    await noteRestore(places, note);
    mkdirSync(places.postgres.socket);
    const doors = join(places.postgres.socket, `.s.PGSQL.${places.postgres.port}`);
    let callers = 0;
    const server = createServer((caller) => {
      callers += 1;
      caller.destroy();
    }).listen(doors);
    await once(server, "listening");
    try {
      const refused: unknown = await acceptRestore(places, "0.1.0").catch(
        (error: unknown) => error,
      );
      expect(refused).to.be.instanceOf(Error);
      expect(callers, "who ended the review").to.equal(0);
      expect((await readRestore(places))?.state).to.equal("review");
    } finally {
      server.close();
    }
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

const note: RestoreNote = {
  state: "review",
  at: "2026-11-22T04:00:00.000Z",
  wish: "latest",
  label: "20261121-220000F",
  skipped: [],
  before: null,
  rows: {},
  seals: 0,
  lostSeals: 0,
  ordersMended: 0,
  isBeforePoint: false,
  differences: [],
  documents: { brought: 0, kept: 0 },
};

const servers: ChildProcess[] = [];

/** Plays the Postgres of a folder, which its note names. */
async function serverOn(data: string): Promise<{ ended: () => Promise<unknown> }> {
  const idle = ["-e", "setInterval(() => {}, 1000)", "postgres", "-D", data];
  const server = spawn(process.execPath, idle, { stdio: "ignore" });
  servers.push(server);
  const exit = once(server, "exit");
  await once(server, "spawn");
  writeFileSync(join(data, "postmaster.pid"), `${server.pid}\n${data}\n`);
  return { ended: async () => (await exit)[1] as unknown };
}
