import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { v7 as newId } from "uuid";
import { record, rows, transaction } from "../../app/base/index.ts";
import { sealCommitted, verifyRecord } from "../../app/audit/index.ts";
import { aUnit, anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

const writers = 15; // each holds a connection of the pool; two sealers need theirs
const milliseconds = 4_000;

/** A watermark on ids or times would miss what commits late; the chain must not. */
describe("Sealing while many write and some commit late", function () {
  this.timeout(120_000);
  unsandboxed();

  it("misses no row, repeats none, and leaves no gap", async () => {
    const officer = await anOfficer();
    const subject = { type: "unit", id: (await aUnit()).id };
    const end = Date.now() + milliseconds;
    const isOver = (): boolean => Date.now() > end;
    const written: string[] = [];

    const write = async (_: unknown, writer: number): Promise<void> => {
      while (!isOver()) {
        const ids = await transaction(async () => {
          const several = [newId(), newId()].map(() =>
            record(officer, "test.sealed", { subject, detail: { writer } }),
          );
          const done = await Promise.all(several);
          await pause(Math.random() < 0.2 ? Math.random() * 400 : 0); // a late commit
          return done;
        });
        written.push(...ids);
      }
    };
    const seal = async (): Promise<void> => {
      while (!isOver()) {
        await sealCommitted();
        await pause(10);
      }
    };
    await Promise.all([...Array.from({ length: writers }).map(write), seal(), seal()]);
    while ((await sealCommitted()) > 0) {
      // until nothing waits
    }

    const sealed = await rows<{ id: string }>(
      `select s.row_id as id from seals s join events e on e.id = s.row_id
       where e.subject_id = $id and e.action = 'test.sealed'`,
      { id: subject.id },
    );
    expect(written.length).to.be.greaterThan(200);
    expect(sealed.map(({ id }) => id).toSorted()).to.deep.equal(written.toSorted());
    const order = await rows(
      `select 1 as wrong from (select xid, lag(xid) over (order by sequence) as before from seals) s
       where before > xid`,
    );
    expect(order).to.deep.equal([]);
    const { findings, waiting } = await verifyRecord();
    // the tampering suite takes away what it forged, and its last checkpoint stays outside the database
    const ofTheRows = findings.filter(({ fault }) => fault !== "cut-short");
    expect({ ofTheRows, waiting }).to.deep.equal({ ofTheRows: [], waiting: 0 });
  });
});
