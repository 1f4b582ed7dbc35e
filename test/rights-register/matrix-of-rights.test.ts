import { expect } from "chai";
import { atMoment, now, rows, today } from "../../app/base/index.ts";
import { permittedTo, roleNames } from "../../app/access/index.ts";
import { permissionNames } from "../../app/access/rights/permissions.ts";
import { matrixOn } from "../../app/access/rights/list-matrix.ts";
import { matrixOfRights, setPermission } from "../../app/access/rights/set-permission.ts";
import { readStanding } from "../../app/access/standing.ts";
import { anOfficer, aPost, aUnit } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

const day = (days: number): string => today(new Date(now().getTime() + days * 86_400_000));
const order = { orderNumber: "GAD/9/2026" };

describe("The matrix of rights", () => {
  sandboxed();

  it("is delivered as the code used to say, and knows nothing the code does not", async () => {
    const matrix = await matrixOn(day(0));
    const known = new Set<string>([...roleNames, "every-post"]);
    expect(matrix.filter(({ role }) => !known.has(role))).to.deep.equal([]);
    expect(new Set(matrix.map(({ permission }) => permission))).to.deep.equal(
      new Set(permissionNames),
    );
    expect([...(await permittedTo(["section-officer"]))]).to.have.members([
      "diarise",
      "open-file",
      "add-heads",
      "approve-closing",
      "read-unit",
    ]);
    expect([...(await permittedTo([]))]).to.deep.equal(["diarise"]);
    expect([...(await permittedTo(["administrator"]))]).to.not.include("read-unit");
  });

  it("acts at the next request from its day on, and not before", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const visit = await visitAs(clerk);
    expect((await visit.get("/files/new")).status).to.equal(200);
    const change = { role: "dealing-hand", permission: "open-file", ...order } as const;
    await setPermission(administrator, { ...change, granted: false, fromOn: day(3) });
    expect((await visit.get("/files/new")).status).to.equal(200);
    const later = new Date(now().getTime() + 4 * 86_400_000);
    expect(await atMoment(later, () => permittedTo(["dealing-hand"]))).not.to.include("open-file");
    await setPermission(administrator, { ...change, granted: false, fromOn: day(0) });
    expect((await visit.get("/files/new")).status).to.equal(403);
    await setPermission(administrator, { ...change, granted: true, fromOn: day(0) });
    expect((await visit.get("/files/new")).status).to.equal(200);
    expect(await eventsOf(matrixOfRights)).to.deep.equal([
      "access.permission-withdrawn",
      "access.permission-withdrawn",
      "access.permission-granted",
    ]);
  });

  it("covers units as it says: one's own with all below, or those below in the channel", async () => {
    const [department, section] = [await aUnit({ kind: "department" }), await aUnit()];
    const chief = await anOfficer({ unit: department, roles: ["secretary"] });
    const under = await anOfficer({ roles: ["officer"] });
    await aPost({ unit: section, reportsTo: under.postId });
    const covered = async ({ accountId, postId }: typeof chief) =>
      (await readStanding(accountId, postId))?.coveredUnitIds;
    expect(await covered(chief)).to.deep.equal([department.id]);
    expect(await covered(under)).to.deep.equal([section.id]);
    expect(await covered(await anOfficer({ roles: ["administrator", "auditor"] }))).to.deep.equal(
      [],
    );
  });

  it("is changed by administrators alone, not in the past, not twice", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const change = { role: "records", permission: "open-file", granted: true, ...order } as const;
    const clerk = await anOfficer({ roles: ["section-officer"] });
    const change0 = { ...change, fromOn: day(0) };
    expect(await refusalOf(setPermission(clerk, change0))).to.equal("forbidden");
    const past = { ...change, fromOn: day(-1) };
    expect(await refusalOf(setPermission(administrator, past))).to.equal("invalid");
    await setPermission(administrator, change0);
    expect(await refusalOf(setPermission(administrator, change0))).to.equal("conflict");
    const withdrawn = {
      ...change,
      permission: "dispatch",
      granted: false,
      fromOn: day(0),
    } as const;
    expect(await refusalOf(setPermission(administrator, withdrawn))).to.equal("conflict");
  });

  it("stands on a page with its dates, and is changed there", async () => {
    const visit = await visitAs(await anOfficer({ roles: ["administrator"] }));
    const page = await visit.get("/rights");
    expect(page.$("tbody th").first().text()).to.equal("Diarise letters");
    expect(page.text).to.contain("The matrix is as it was delivered.");
    const wrong = await visit.post("/rights", { role: "king", granted: "perhaps" });
    expect(wrong.status).to.equal(422);
    const change = {
      role: "records",
      permission: "open-file",
      granted: "true",
      fromOn: day(2),
      orderNumber: "GAD/10",
    };
    expect((await visit.post("/rights", change)).location).to.equal(`/rights?on=${day(2)}`);
    expect((await visit.get("/rights")).text).to.contain("GAD/10");
    const written = await rows("select id from role_permissions where role = 'records'");
    expect(written).to.have.length(1);
    expect((await (await visitAs(await anOfficer())).get("/rights")).status).to.equal(403);
  });
});
