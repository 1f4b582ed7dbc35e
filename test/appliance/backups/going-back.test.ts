import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { passphraseFile, renderPassphrase } from "../../../backups/conf/render.ts";
import { drill } from "../../../backups/drill/drill.ts";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { splitEscrow } from "../../../backups/escrow/split.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import type { Manifest } from "../../../backups/manifest/manifest.ts";
import { acceptRestore } from "../../../backups/restore/accept.ts";
import { planRestore } from "../../../backups/restore/plan.ts";
import { readRestore } from "../../../backups/restore/restore-note.ts";
import { tryWish } from "../../../backups/restore/try.ts";
import { RestoreRefused, runRestore } from "../../../backups/restore/run.ts";
import { readRepositories } from "../../../backups/verify/read-repositories.ts";
import { tryRestore } from "../../../backups/verify/try-restore.ts";
import { userId } from "../../../installer/host/index.ts";
import { damage, filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";

/**
 * - a set is taken, read back, restored beside the office, drilled
 * - going back: to a set, to a moment, to a place in the WAL; refusals; the newest backup damaged; WAL missing
 */
describe("Going back", function () {
  this.timeout(300_000);
  let office: Office;
  let first: Manifest;
  const product = "0.1.0";

  before(async () => {
    office = await openOffice("back");
    await office.grow(12);
    await createStanza(office.places);
    await splitEscrow(office.places, { recipients: [], shares: 5, threshold: 3 });
    first = await backUpSet(office.places, { product });
  });
  after(() => office.close());

  const events = async (): Promise<number> =>
    Number((await office.sql<{ n: string }>("select count(*) as n from events"))[0]?.n);
  const verified = async (): Promise<string> =>
    (await office.product(["verify"])).output
      .split("\n")
      .find((line) => line.startsWith("The record")) ?? "";

  it("takes a set whose manifest counts every table", async () => {
    expect(first.rows["events"]).to.equal(await events());
    expect(first.documents.files).to.be.greaterThan(24);
    expect(first.configuration?.name).to.match(/\.tar\.age$/);
    expect(first.head?.sequence).to.be.greaterThan(0);
  });

  it("reads every repository and finds it whole", async () => {
    expect(await readRepositories(office.places)).to.deep.equal({ isWhole: true, faults: [] });
  });

  it("restores the set beside the office to the very row", async () => {
    expect(await tryRestore(office.places, first, async ({ faults }) => faults)).to.deep.equal([]);
  });

  it("drills: rows, pages, documents, the chain and a page, and leaves nothing behind", async () => {
    const said: string[] = [];
    const result = await drill(office.places, { say: (line) => said.push(line) });
    expect(result.faults).to.deep.equal([]);
    expect(result.contents).to.equal(12);
    expect(said.some((line) => line.startsWith("The record is whole"))).to.equal(true);
    expect(await readdir(office.places.scratch)).to.deep.equal([]);
    const figures = await readFile(join(office.places.figures, "secretariat-backups.prom"), "utf8");
    expect(figures).to.include("secretariat_backup_drill_good 1");
    expect(figures).to.include(`secretariat_backup_drill_contents 12`);
  });

  it("calls the drill failed when a document is not what its hash says", async () => {
    const all = await filesBelow(office.places.documents);
    const path = all.find((one) => !one.endsWith(".envelope")) ?? "";
    const whole = await readFile(path);
    await damage(path);
    const { documents } = await backUpSet(office.places, { product });
    expect(documents.files).to.be.greaterThan(24);
    const { isGood, faults } = await drill(office.places);
    expect([isGood, faults]).to.deep.equal([false, ["documents: 1 are not what their hash says"]]);
    await writeFile(path, whole);
    await backUpSet(office.places, { product });
  });

  it("goes back to the moment before a mistaken delete", async () => {
    await office.grow(3);
    const before = await events();
    await pause(1500);
    const at = new Date();
    await pause(1500);
    await office.sql("set session_replication_role = replica; delete from events");
    await office.sql("select pg_switch_wal()");
    expect(await events()).to.equal(0);
    await pause(1000);

    const beside = await tryWish(office.places, { kind: "time", at }, async ({ tables }) => tables);
    const row = beside.find(({ table }) => table === "events");
    expect(row).to.deep.equal({ table: "events", before, now: 0 });
    expect(await readdir(office.places.scratch)).to.deep.equal([]);

    const refused = await runRestore(office.places, { wish: { kind: "time", at } }).catch(
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(RestoreRefused);
    expect((refused as RestoreRefused).reason).to.equal("live");

    await office.stop();
    const started = performance.now();
    const note = await runRestore(office.places, { wish: { kind: "time", at } });
    process.stdout.write(`        PITR ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    await office.start();
    expect(await events()).to.equal(before);
    expect(note.skipped).to.deep.equal([]);
    expect(existsSync(note.before ?? "")).to.equal(true);
    expect(await verified()).to.match(/^The record is whole/);
    expect((await readRestore(office.places))?.state).to.equal("review");
    await acceptRestore(office.places, product);
    expect((await readRestore(office.places))?.state).to.equal("accepted");
    expect(await readRepositories(office.places)).to.deep.equal({ isWhole: true, faults: [] });
  });

  it("goes back to a set by its name, and to a place in the WAL", async () => {
    const { name, rows } = await backUpSet(office.places, { product });
    const [place] = await office.sql<{ lsn: string }>("select pg_current_wal_insert_lsn() as lsn");
    await office.grow(2);
    await office.sql("select pg_switch_wal()");
    await pause(1000);
    await office.stop();
    await runRestore(office.places, { wish: { kind: "lsn", lsn: place?.lsn ?? "" } });
    await office.start();
    expect(await events()).to.equal(rows["events"]);
    await office.stop();
    const note = await runRestore(office.places, { wish: { kind: "set", name } });
    await office.start();
    expect(note.differences).to.deep.equal([]);
    expect(await verified()).to.match(/^The record is whole/);
    await acceptRestore(office.places, product);
  });

  it("passes over a damaged newest backup and says so", async () => {
    const { label, rows } = await backUpSet(office.places, { product });
    const set = join(office.places.folder, "database/backup/secretariat", label);
    for (const path of await filesBelow(set)) {
      await damage(path);
    }
    await office.sql("select pg_switch_wal()");
    await pause(1000);
    await office.stop();
    const said: string[] = [];
    const note = await runRestore(office.places, {
      wish: { kind: "latest" },
      say: (line) => said.push(line),
    });
    await office.start();
    expect(note.skipped).to.deep.equal([label]);
    expect(said[0]).to.include(label);
    expect(await events()).to.equal(rows["events"]);
    await rm(set, { recursive: true });
    await rm(join(office.places.folder, "manifests"), { recursive: true });
    await acceptRestore(office.places, product);
  });

  it("refuses to go beyond missing WAL, and says where it breaks off", async () => {
    await backUpSet(office.places, { product });
    for (let segment = 0; segment < 4; segment += 1) {
      await office.sql("select pg_create_restore_point('x'), pg_switch_wal()");
      await pause(400);
    }
    await pause(1000);
    const archive = join(office.places.folder, "database/archive/secretariat");
    const segments = (await filesBelow(archive)).filter((path) => /[0-9A-F]{24}-/.test(path));
    const lost = segments.toSorted().at(-2) ?? "";
    await rename(lost, `${office.folder}/lost`);
    const plan = await planRestore(office.places, { kind: "latest" });
    expect(plan.gaps.map(({ missing }) => missing)).to.deep.equal([1]);
    const { faults } = await readRepositories(office.places);
    expect(faults.some((fault) => fault.startsWith("WAL: 1 missing"))).to.equal(true);
    await office.stop();
    const refused = await runRestore(office.places, { wish: { kind: "latest" } }).catch(
      (error: unknown) => error,
    );
    expect((refused as RestoreRefused).reason).to.equal("gap");
    await rename(`${office.folder}/lost`, lost);
    await office.start();
  });

  it("calls a set hollow that holds less than the one before", async () => {
    const before = await office.sql("select 1 from events");
    expect(before).to.not.be.empty;
    await office.sql(
      "begin; set session_replication_role = replica; create table kept as table events; delete from events; commit",
    );
    const failed = await backUpSet(office.places, { product }).catch((error: unknown) => error);
    expect(String(failed)).to.match(/hollow: events: \d+ rows before, 0 now/);
    await office
      .sql(
        "begin; set session_replication_role = replica; insert into events overriding system value select * from kept; drop table kept; commit",
      )
      .catch(() => undefined);
  });

  it("takes the next set after one that was killed, and never breaks a living lock", async () => {
    const { config, secrets } = office.places.pgbackrest;
    const words = [
      `--config=${config}`,
      `--config-include-path=${secrets}`,
      "--stanza=secretariat",
      "--type=full",
      "backup",
    ];
    const id = userId("postgres") ?? 0;
    const slow = spawn("pgbackrest", [...words, "--no-expire-auto"], {
      uid: id,
      gid: id,
      cwd: "/",
      stdio: "ignore",
    });
    await pause(900);
    slow.kill("SIGSTOP");
    const refused = await backUpSet(office.places, { product, mayShrink: true }).catch(
      (error: unknown) => error,
    );
    expect(String(refused)).to.match(/ended with 50|lock/);
    slow.kill("SIGCONT");
    slow.kill("SIGKILL");
    await once(slow, "exit");
    const manifest = await backUpSet(office.places, { product, mayShrink: true });
    expect(manifest.label).to.be.a("string");
    expect((await readRepositories(office.places)).faults).to.deep.equal([]);
  });

  it("says so when the passphrase is another one", async () => {
    const laid = join(office.places.pgbackrest.secrets, passphraseFile);
    const text = await readFile(laid, "utf8");
    await writeFile(laid, renderPassphrase("another"));
    const { faults } = await readRepositories(office.places);
    await writeFile(laid, text);
    expect(
      faults.some((fault) => /^database: .*(unable to load info file|passphrase)/.test(fault)),
    ).to.equal(true);
    const secret = join(office.places.credentials, "documents-passphrase");
    const right = await readFile(secret, "utf8");
    await writeFile(secret, "another", { mode: 0o600 });
    const { faults: wrong } = await readRepositories(office.places);
    await writeFile(secret, right, { mode: 0o600 });
    expect(wrong.some((fault) => /^documents: .*wrong password/.test(fault))).to.equal(true);
  });

  it("names a lock folder that belongs to somebody else", async () => {
    const { chown } = await import("node:fs/promises");
    const id = userId("postgres") ?? 0;
    await chown(office.places.pgbackrest.lock, 0, 0);
    const refused = await backUpSet(office.places, { product }).catch((error: unknown) => error);
    await chown(office.places.pgbackrest.lock, id, id);
    expect(String(refused)).to.include("does not belong to postgres: chown postgres");
  });
});
