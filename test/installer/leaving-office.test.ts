import { expect } from "chai";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeHost } from "../../installer/host/index.ts";
import { keepList } from "../../installer/offices/keep-list.ts";
import { isThere, putAway, readLeaving } from "../../installer/offices/put-away.ts";
import { readOffice, readOffices } from "../../installer/offices/read-office.ts";

describe("An office that leaves", () => {
  let folder = "";
  let shelf = { offices: "", papers: "" };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "leaving-"));
    shelf = { offices: join(folder, "offices"), papers: join(folder, "kept/387") };
    mkdirSync(shelf.offices);
    lay("387.yml", 0o640);
    lay("387.xlsx", 0o600);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function lay(name: string, mode: number): void {
    const path = join(shelf.offices, name);
    if (name.endsWith(".yml")) {
      copyFileSync("installer/offices/office.example.yml", path);
    } else {
      writeFileSync(path, "people");
    }
    chmodSync(path, mode);
  }

  it("has its list kept by the next run where one broke off before it was, and then no more", async () => {
    const leaving = { folder: shelf.papers, exported: { office: "387" }, isNew: false };
    expect(await keepList(makeHost({ check: true }), leaving)).to.equal(undefined);
    await putAway(makeHost(), await readLeaving("387", shelf), shelf);
    const path = await keepList(makeHost(), leaving);
    expect(readFileSync(path ?? "", "utf8")).to.contain("387");
    const other = { ...leaving, exported: { office: "other" } };
    expect(await keepList(makeHost(), other), "is told again, and left as it was").to.equal(path);
    expect(readFileSync(path ?? "", "utf8")).to.contain("387");
    expect(await keepList(makeHost({ check: true }), other)).to.equal(path);
  });

  it("is listed anew by a run that goes on where one broke off, though it had left once before", async () => {
    expect(isThere("387", shelf.offices)).to.equal(true);
    await putAway(makeHost(), await readLeaving("387", shelf), shelf);
    expect(isThere("387", shelf.offices)).to.equal(false);
  });

  it("goes out of what is read with its master, both kept as they were", async () => {
    const office = await readLeaving("387", shelf);
    const asked = makeHost({ check: true });
    await putAway(asked, office, shelf);
    expect([asked.changes.length, readdirSync(shelf.offices).length]).to.deep.equal([2, 2]);

    const host = makeHost();
    const kept = (await putAway(host, office, shelf)) ?? "";
    expect(host.changes.map(({ what }) => what)).to.deep.equal(
      asked.changes.map(({ what }) => what),
    );
    expect(await readOffices(shelf.offices)).to.deep.equal([]);
    expect(readdirSync(shelf.offices)).to.deep.equal([]);
    const modeOf = (name: string) => statSync(join(kept, name)).mode & 0o777;
    expect([modeOf("387.yml"), modeOf("387.xlsx")]).to.deep.equal([0o640, 0o600]);
    expect(readFileSync(join(kept, "387.xlsx"), "utf8")).to.equal("people");
    expect(statSync(shelf.papers).mode & 0o777).to.equal(0o700);
  });

  it("is found where it was put away by a second run, which moves nothing, and by whoever adds it again", async () => {
    const office = await readLeaving("387", shelf);
    const kept = (await putAway(makeHost(), office, shelf)) ?? "";
    const again = makeHost();
    const found = await readLeaving("387", shelf);
    expect(found).to.deep.equal(office);
    expect(await putAway(again, found, shelf)).to.equal(undefined);
    expect(again.changes).to.deep.equal([]);
    expect(await readOffice("387", kept)).to.deep.equal(office);
  });

  it("is put away whole by the next run where one broke off between its master and its file", async () => {
    const office = await readLeaving("387", shelf);
    const kept = (await putAway(makeHost(), office, shelf)) ?? "";
    lay("387.yml", 0o640);
    const host = makeHost();
    expect(await putAway(host, await readLeaving("387", shelf), shelf)).to.equal(kept);
    expect(host.changes).to.have.length(1);
    expect(existsSync(join(kept, "387.xlsx"))).to.equal(true);
  });

  it("is refused where no file of it ever was", async () => {
    const said = await readLeaving("388", { ...shelf, papers: join(folder, "kept/388") }).catch(
      String,
    );
    expect(said).to.match(/is not there/);
  });
});
