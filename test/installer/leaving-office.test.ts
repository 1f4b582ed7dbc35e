import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeHost } from "../../installer/host/index.ts";
import { keepList } from "../../installer/offices/keep-list.ts";

describe("The list of an office that leaves", () => {
  const folder = mkdtempSync(join(tmpdir(), "leaving-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is kept by the next run where one broke off before it was, and then no more", async () => {
    const leaving = { folder: join(folder, "387"), exported: { office: "387" }, isNew: false };
    expect(await keepList(makeHost({ check: true }), leaving)).to.equal(undefined);
    const path = await keepList(makeHost(), leaving);
    expect(readFileSync(path ?? "", "utf8")).to.contain("387");
    expect(await keepList(makeHost(), leaving)).to.equal(undefined);
  });
});
