import { expect } from "chai";
import pg from "pg";
import { row } from "../../app/base/index.ts";
import { sealCommitted, verifyRecord, writeCheckpoint } from "../../app/audit/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { superuserUrl, unsandboxed } from "../support/sandbox.ts";

/** Each act is done by a database superuser with triggers off, found, and undone. */
describe("Tampering with the record", () => {
  unsandboxed();
  let superuser: pg.Client;

  before(async () => {
    const url = new URL(superuserUrl());
    url.pathname = new URL(process.env["SECRETARIAT_DATABASE_URL"] ?? "").pathname;
    superuser = new pg.Client(url.href);
    await superuser.connect();
    await superuser.query("set session_replication_role = replica");
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    for (let count = 0; count < 10; count += 1) {
      const item = await anItem(clerk);
      await sendItem(clerk, { itemId: item.id, toPostId: officer.postId, remarks: "कृपया देखें" });
    }
    await sealAll();
    await writeCheckpoint();
  });

  after(() => superuser.end());

  async function sealAll(): Promise<void> {
    while ((await sealCommitted()) > 0) {
      // until nothing waits
    }
  }

  async function someRow(source: string): Promise<string> {
    const found = await row<{ rowId: string }>(
      `select row_id as "rowId" from seals where source = $source order by random() limit 1`,
      { source },
    );
    return found?.rowId ?? "";
  }

  /** Runs the act inside a transaction of the superuser that commits, verifies, then restores the row. */
  async function foundAfter(source: string, act: (id: string) => string): Promise<unknown> {
    const id = await someRow(source);
    await superuser.query(`create temporary table kept on commit preserve rows as
      select * from ${source} where id = '${id}'`);
    await superuser.query(act(id));
    const { findings } = await verifyRecord();
    await superuser.query(`delete from ${source} where id = '${id}'`);
    await superuser.query(`insert into ${source} select * from kept`);
    await superuser.query("drop table kept");
    expect((await verifyRecord()).findings).to.deep.equal([]);
    return findings.map(({ fault, rowId }) => ({ fault, isIt: rowId === id }))[0];
  }

  for (const source of ["events", "movements"]) {
    const changed = source === "events" ? "action = action || 'x'" : "remarks = 'तत्काल स्वीकृत'";
    it(`names an altered row of ${source}`, async () => {
      const found = await foundAfter(
        source,
        (id) => `update ${source} set ${changed} where id = '${id}'`,
      );
      expect(found).to.deep.equal({ fault: "altered", isIt: true });
    });

    it(`names a deleted row of ${source}`, async () => {
      const found = await foundAfter(source, (id) => `delete from ${source} where id = '${id}'`);
      expect(found).to.deep.equal({ fault: "deleted", isIt: true });
    });

    it(`names a row slipped into ${source}, sealed or not`, async () => {
      const columns = (
        await superuser.query<{ list: string }>(
          `select string_agg(attname, ', ') as list from pg_attribute
           where attrelid = '${source}'::regclass and attnum > 0 and attname not in ('id', 'xid', 'sequence')`,
        )
      ).rows[0]?.list;
      const sequence = source === "movements" ? ", sequence" : "";
      const copy = await superuser.query<{ id: string }>(
        `insert into ${source} (id, ${columns}${sequence})
         select gen_random_uuid(), ${columns}${sequence && ", sequence + 1000"} from ${source} limit 1 returning id`,
      );
      const id = copy.rows[0]?.id ?? "";
      expect((await verifyRecord()).findings[0]).to.include({ fault: "inserted", rowId: id });
      await sealAll();
      expect((await verifyRecord()).findings[0]).to.include({ fault: "inserted", rowId: id });
      await superuser.query(`delete from ${source} where id = '${id}'`);
      expect((await verifyRecord()).findings[0]).to.include({ fault: "deleted", rowId: id });
      await superuser.query(`delete from seals where row_id = '${id}'`);
    });
  }

  it("names a seal that was taken out", async () => {
    await superuser.query("create temporary table kept as select * from seals where sequence = 3");
    await superuser.query("delete from seals where sequence = 3");
    expect((await verifyRecord()).findings[0]).to.include({ fault: "seal-deleted", sequence: 3 });
    await superuser.query("insert into seals select * from kept");
  });

  it("names an end that was cut off", async () => {
    await superuser.query(
      "create temporary table cut as select * from seals order by sequence desc limit 2",
    );
    await superuser.query("delete from seals where sequence in (select sequence from cut)");
    const { findings } = await verifyRecord();
    expect(findings.map(({ fault }) => fault)).to.include("cut-short");
    await superuser.query("insert into seals select * from cut");
  });

  it("is refused to the application itself", async () => {
    for (const act of [
      "update movements set remarks = ''",
      "delete from events",
      "truncate seals",
    ]) {
      let refused = "";
      await row(act).catch((error: unknown) => (refused = String(error)));
      expect(refused).to.match(/permission denied|append-only/);
    }
  });
});
