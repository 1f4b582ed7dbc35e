import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { copyFile, cp, readFile, rm, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { releaseStaleLocks } from "../../../backups/engine/restic.ts";
import { backUpDocuments } from "../../../backups/keep/back-up-documents.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { localStore } from "../../../backups/keep/stores.ts";
import { readManifests } from "../../../backups/manifest/manifests.ts";
import { runRestore } from "../../../backups/restore/run.ts";
import { readRepositories } from "../../../backups/verify/read-repositories.ts";
import { filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";

/** Faults of backups that no other test here injects; their numbers are those of the specification. */
describe("Faults of backups", function () {
  this.timeout(300_000);
  let office: Office;
  const product = "0.1.0";
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "",
      (error: unknown) => String(error),
    );

  before(async () => {
    office = await openOffice("faults");
    await office.grow(3);
    await createStanza(office.places);
    await backUpSet(office.places, { product });
  });
  after(() => office.close());

  const segments = async (): Promise<string[]> => {
    const archive = join(office.places.folder, "database/archive/secretariat");
    return (await filesBelow(archive)).filter((path) => /\/[0-9A-F]{24}-[0-9a-f]{40}/.test(path));
  };
  const faults = async (): Promise<readonly string[]> =>
    (await readRepositories(office.places)).faults;
  const archiver = async (): Promise<{ archived: string; failed: number }> => {
    const [row] = await office.sql<{ archived: string; failed: string }>(
      "select last_archived_wal as archived, failed_count as failed from pg_stat_archiver",
    );
    return { archived: row?.archived ?? "", failed: Number(row?.failed) };
  };
  const switchWal = async (): Promise<string> => {
    const [row] = await office.sql<{ name: string }>(
      "select pg_create_restore_point('x'), pg_walfile_name(pg_switch_wal()) as name",
    );
    return row?.name ?? "";
  };
  const untilArchived = async (segment: string): Promise<void> => {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      if ((await archiver()).archived >= segment) {
        return;
      }
      await pause(250);
    }
    expect.fail(`${segment} was not archived`);
  };

  it("37: a segment that was archived twice, differently, is told; pgBackRest takes no other one in", async () => {
    const [path = ""] = (await segments()).toSorted().slice(-1);
    const other = path.replace(/-[0-9a-f]{40}/, `-${"0".repeat(40)}`);
    await copyFile(path, other);
    const name = basename(path).slice(0, 24);
    expect(await faults()).to.include(`WAL: ${name} was archived twice, differently`);
    await unlink(other);
    expect(await faults()).to.deep.equal([]);

    const [here] = await office.sql<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    await untilArchived(await switchWal());
    const current = await switchWal();
    await untilArchived(current);
    const data = here?.folder ?? "";
    const bytes = await readFile(join(data, "pg_wal", current));
    const forger = join(office.folder, "forger");
    mkdirSync(join(forger, "pg_wal/archive_status"), { recursive: true });
    await cp(join(data, "global"), join(forger, "global"), { recursive: true });
    const forged = join(forger, "pg_wal", current);
    writeFileSync(forged, bytes.fill(7, 8192, 9000));
    execFileSync("chown", ["-R", "postgres:", forger]);
    const told = pushed(office, forger, forged);
    expect(told, told).to.match(/already exists .* with a different checksum/);
  });

  it("38, 39: with the repository full or away work goes on, WAL waits, and all of it comes in later", async () => {
    const { folder } = office.places;
    const database = join(folder, "database");
    const aside = join(office.folder, "aside");
    await cp(database, aside, { recursive: true, preserveTimestamps: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m,mode=750", "full", database]);
    try {
      execFileSync("cp", ["-a", `${aside}/.`, database]);
      execFileSync("chown", ["-R", "postgres:", database]);
      fill(join(database, "ballast"));
      const failedBefore = (await archiver()).failed;
      await office.grow(1);
      const waiting = [await switchWal(), await switchWal(), await switchWal()];
      const refused = await refusal(backUpSet(office.places, { product, type: "full" }));
      expect(refused).to.match(/No space left on device|unable to write|ended with/);
      await office.grow(1);
      const stuck = await archiver();
      expect(stuck.failed).to.be.greaterThan(failedBefore);
      expect(stuck.archived < (waiting.at(-1) ?? "")).to.equal(true);
      expect((await readManifests(office.places)).genuine, "no set that is half").to.have.length(1);
      await unlink(join(database, "ballast"));
      execFileSync("mount", ["-o", "remount,size=900m", database]);
      await untilArchived(waiting.at(-1) ?? "");
      await backUpSet(office.places, { product, type: "full" });
      expect(await faults()).to.deep.equal([]);
      execFileSync("cp", ["-a", "--remove-destination", `${database}/.`, aside]);
    } finally {
      execFileSync("umount", ["--lazy", database]);
    }
    await rm(database, { recursive: true });
    execFileSync("mv", [aside, database]);
    execFileSync("chown", ["-R", "postgres:", database]);
    await untilArchived(await switchWal());
    expect(await faults()).to.deep.equal([]);
  });

  it("40, 41, 42: a dead lock of the documents is taken away after half an hour, a living one never", async () => {
    const store = await localStore(office.places);
    const path = join(office.places.folder, "store");
    const restic = spawn("restic", ["--repo", path, "--no-cache", "backup", "--stdin"], {
      stdio: ["pipe", "ignore", "ignore"],
      env: { ...process.env, RESTIC_PASSWORD: store.passphrase },
    });
    const locks = (): Promise<string[]> => filesBelow(join(path, "locks"));
    for (let attempt = 0; attempt < 100 && (await locks()).length === 0; attempt += 1) {
      await pause(200);
    }
    const inAnHour = new Date(Date.now() + 3_600_000);
    expect(await locks()).to.have.length(1);
    expect(await releaseStaleLocks(store, inAnHour), "it lives").to.equal(0);
    restic.kill("SIGKILL");
    await once(restic, "exit");
    expect(await releaseStaleLocks(store), "it died just now").to.equal(0);
    expect(await locks()).to.have.length(1);
    expect(await releaseStaleLocks(store, inAnHour), "long dead").to.equal(1);
    expect(await locks()).to.have.length(0);
    expect((await backUpDocuments(office.places)).files).to.be.greaterThan(0);
    expect(await faults()).to.deep.equal([]);
  });

  it("44: names that this machine sorts otherwise get their indexes anew", async () => {
    await office.sql(
      'create table people (name text collate "hi-IN-x-icu"); create index on people (name)',
    );
    await office.sql("insert into people values ('क्षमा'), ('कमल'), ('ज्ञान')");
    await office.sql(
      `update pg_collation set collversion = '1.2.3' where collname = 'hi-IN-x-icu'`,
    );
    await backUpSet(office.places, { product });
    await office.stop();
    const note = await runRestore(office.places, { wish: { kind: "latest" } });
    await office.start();
    expect(note.ordersMended).to.equal(1);
    const [order] = await office.sql<{ is: boolean }>(
      `select collversion = pg_collation_actual_version(oid) as is from pg_collation
       where collname = 'hi-IN-x-icu'`,
    );
    expect(order?.is).to.equal(true);
    await office.sql("drop table people");
  });

  it("50: a clock that is set back while backups are taken breaks none of them", async function () {
    const { genuine } = await readManifests(office.places);
    const bin = join(office.folder, "clock");
    mkdirSync(bin);
    for (const program of ["pgbackrest", "restic"]) {
      const real = execFileSync("which", [program], { encoding: "utf8" }).trim();
      const text = `#!/bin/sh\nexec faketime -f -2h ${real} "$@"\n`;
      writeFileSync(join(bin, program), text, { mode: 0o755 });
    }
    const path = process.env["PATH"] ?? "";
    process.env["PATH"] = `${bin}:${path}`;
    const told = await refusal(backUpSet(office.places, { product, mayShrink: true })).finally(
      () => (process.env["PATH"] = path),
    );
    process.stdout.write(`        two hours back: ${told.split("\n").at(-1) || "taken"}\n`);
    const after = (await readManifests(office.places)).genuine.length;
    expect(after).to.equal(genuine.length + Number(told === ""));
    expect(await faults()).to.deep.equal([]);
    await backUpSet(office.places, { product, mayShrink: true });
    expect(await faults()).to.deep.equal([]);
  });
});

function pushed({ places }: Office, folder: string, wal: string): string {
  const { config, secrets } = places.pgbackrest;
  const own = [`--config=${config}`, `--config-include-path=${secrets}`, "--stanza=secretariat"];
  const as = ["--reuid=postgres", "--regid=postgres", "--init-groups", "pgbackrest"];
  try {
    return execFileSync("setpriv", [...as, ...own, `--pg1-path=${folder}`, "archive-push", wal], {
      encoding: "utf8",
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`;
  }
}

function fill(path: string): void {
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${path}`, "bs=64k"], { stdio: "ignore" });
  } catch {
    // it ends when nothing is left, which is what it is for
  }
}
