import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { createStanza, expireArchive } from "../../../backups/engine/pgbackrest.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { expireBackups } from "../../../backups/keep/expire.ts";
import { localStore } from "../../../backups/keep/stores.ts";
import { acceptRestore } from "../../../backups/restore/accept.ts";
import type { Wish } from "../../../backups/restore/choose.ts";
import type { RestoreNote } from "../../../backups/restore/restore-note.ts";
import { runRestore, type RestoreRefused } from "../../../backups/restore/run.ts";
import { readRepositories } from "../../../backups/verify/read-repositories.ts";
import { tryRestore } from "../../../backups/verify/try-restore.ts";
import { openOffice, type Office } from "./support/office.ts";

/** What an earlier restore left behind, and what expiry did. */
describe("Going forward again, and back beyond the window", function () {
  this.timeout(400_000);
  let office: Office;
  const product = "0.1.0";

  before(async () => {
    office = await openOffice("forward");
    await office.grow(2);
    await createStanza(office.places);
  });
  after(() => office.close());

  const events = async (): Promise<number> =>
    Number((await office.sql<{ n: string }>("select count(*) as n from events"))[0]?.n);

  it("goes forward again, to a moment that an earlier restore left behind", async () => {
    const { name } = await backUpSet(office.places, { product });
    await pause(1500);
    const early = new Date();
    await pause(1500);
    await office.grow(2);
    const between = await backUpSet(office.places, { product });
    await office.grow(1);
    const there = await events();
    await pause(1500);
    const late = new Date();
    await pause(1500);
    await office.grow(1);
    await office.sql("select pg_switch_wal()");
    await pause(1000);
    const goTo = async (wish: Wish): Promise<RestoreNote> => {
      await office.stop();
      const note = await runRestore(office.places, { wish });
      await office.start();
      return note;
    };
    await goTo({ kind: "time", at: early });
    expect(await events()).to.be.below(between.rows["events"] ?? 0);
    await acceptRestore(office.places, product);

    const { skipped } = await goTo({ kind: "time", at: late });
    expect([await events(), skipped]).to.deep.equal([there, []]);
    const { differences } = await goTo({ kind: "set", name: between.name });
    expect(differences).to.deep.equal([]);
    expect(await goTo({ kind: "point", name })).to.deep.include({ skipped: [] });
    expect(await tryRestore(office.places, between, async ({ faults }) => faults)).to.be.empty;
    await goTo({ kind: "time", at: late });
    await acceptRestore(office.places, product);
    expect(await readRepositories(office.places)).to.deep.equal({ isWhole: true, faults: [] });
  });

  it("brings back a set of before the window as of the end of its backup, and faults no hole of expiry", async () => {
    const old = await backUpSet(office.places, { product, type: "full", mayShrink: true });
    await office.grow(1);
    await backUpSet(office.places, { product, type: "full", mayShrink: true });
    const short = { ...office.places, keepDays: 0 };
    await expireArchive(short, 1);
    const { faults } = await readRepositories(office.places);
    expect(
      faults.some((fault) => /^WAL: \d+ missing/.test(fault)),
      "within the window",
    ).to.be.true;
    expect(await readRepositories(short)).to.deep.equal({ isWhole: true, faults: [] });

    await office.stop();
    const wish = { kind: "set", name: old.name } as const;
    const refused = await runRestore(office.places, { wish }).catch((error: unknown) => error);
    expect((refused as RestoreRefused).reason).to.equal("gap");
    const note = await runRestore(short, { wish });
    await office.start();
    expect([note.isBeforePoint, note.label, note.differences]).to.deep.equal([true, old.label, []]);
    expect(await events()).to.equal(old.rows["events"]);
    await acceptRestore(office.places, product);
    expect((await readRepositories(short)).faults).to.deep.equal([]);
  });

  it("leaves no manifest without its backup when an expiry is broken off", async () => {
    await backUpSet(office.places, { product, type: "full", mayShrink: true }); // the first of the month stays
    const older = await backUpSet(office.places, { product, type: "full", mayShrink: true });
    await backUpSet(office.places, { product, type: "full", mayShrink: true });
    const none = { ...office.places, keepDays: 0, keepMonths: 0 };
    const store = await localStore(none);
    const manifests = join(none.folder, "manifests");
    execFileSync("mount", ["--bind", manifests, manifests]);
    execFileSync("mount", ["-o", "remount,bind,ro", manifests]);
    const broken = await expireBackups(none, store).catch(() => "broken off");
    execFileSync("umount", [manifests]);
    expect(broken).to.equal("broken off");
    expect((await readRepositories(none)).faults).to.deep.equal([]);
    const { sets } = await expireBackups(none, store);
    expect(sets, "what was left goes with the next run").to.include(older.label);
    expect((await readRepositories(none)).faults).to.deep.equal([]);
  });
});
