import { expect } from "chai";
import { commitImport } from "../../app/organisation/employee-import/commit-import.ts";
import { countChanges } from "../../app/organisation/employee-import/count-changes.ts";
import { findImport } from "../../app/organisation/employee-import/import.ts";
import { readWaitingImport } from "../../app/organisation/employee-import/read-waiting-import.ts";
import { receiveImport } from "../../app/organisation/employee-import/receive-import.ts";
import { undoImport } from "../../app/organisation/employee-import/undo-import.ts";
import { rows } from "../../app/base/index.ts";
import { eventsOf } from "../support/expectations.ts";
import {
  aCsv,
  aDesignation,
  aFile,
  aLine,
  anAdministrator,
  officeNow,
} from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("A large import", () => {
  sandboxed();

  const size = 4_000;

  const lines = async () => {
    const designation = (await aDesignation()).code;
    return Array.from({ length: size }, (_, index) =>
      aLine({ designation, mobile: String(7_000_000_000 + index) }),
    );
  };

  it("of four thousand people is read by the worker, taken over and undone whole", async function () {
    this.timeout(300_000);
    const administrator = await anAdministrator();
    const file = await aCsv(await lines());
    const before = await officeNow();
    const { id } = await receiveImport(administrator, [file]);
    expect((await findImport(id)).state).to.equal("reading");
    const waiting = await rows("select 1 from deliveries where job = 'organisation.begin-import'");
    expect(waiting.length).to.equal(1);
    await readWaitingImport(id);
    await readWaitingImport(id);
    expect(await countChanges(id)).to.deep.equal({ new: size, changed: 0, same: 0, wrong: 0 });
    await commitImport(administrator, id, { leaveOutWrong: false });
    await undoImport(administrator, id);
    expect(await officeNow()).to.equal(before);
    expect(await eventsOf(id)).to.deep.equal([
      "organisation.import-received",
      "organisation.import-committed",
      "organisation.import-undone",
    ]);
  });

  it("that cannot be read says why, for whoever comes back to look", async () => {
    const administrator = await anAdministrator();
    const file = await aFile("big.csv", `Name\n${"x\n".repeat(300_000)}`);
    const { id } = await receiveImport(administrator, [file]);
    await readWaitingImport(id);
    const refused = await findImport(id);
    expect([refused.state, refused.failure?.words]).to.deep.equal([
      "refused",
      "These columns are missing: {columns}. Compare with the template.",
    ]);
  });
});
