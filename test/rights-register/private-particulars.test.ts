import { expect } from "chai";
import { insert } from "../../app/base/index.ts";
import { registerEmployee } from "../../app/organisation/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anOfficer, aPost, aUnit, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const mobile = "9777712345";

describe("Private particulars of an officer", () => {
  sandboxed();

  /** Somebody with a mobile number, in a section; his colleague, and administrators of his and another office. */
  async function anOffice() {
    const office = await aUnit({ kind: "office" });
    const section = await aUnit({ parent: office });
    const administrator = await anOfficer({ roles: ["administrator"], unit: office });
    const { id } = await registerEmployee(administrator, {
      code: "PRIV1",
      salutation: "Shri",
      nameEn: "Mohan Sahu",
      nameHi: "मोहन साहू",
      gender: "male",
      bornOn: "1985-04-17",
      joinedOn: "2010-01-01",
      language: "hi",
      email: "mohan.private@cg.example",
      mobile,
      designationId: null,
      class: null,
      details: {},
    } as unknown as Parameters<typeof registerEmployee>[1]);
    const post = await aPost({ unit: section });
    const charge = { id: crypto.randomUUID(), postId: post.id, employeeId: id };
    await insert("charges", { ...charge, kind: "substantive", fromOn: "2020-01-01" });
    const stranger = await anOfficer({ roles: ["administrator"] });
    return { id, administrator, stranger, colleague: await anOfficer({ unit: section }) };
  }

  const reach = (value: string) =>
    insert("parameters", {
      name: "organisation.private-reach",
      value: JSON.stringify(value),
      fromOn: "2020-01-01",
      orderNumber: "1",
    });

  async function seenBy(officer: AnOfficer, id: string): Promise<boolean> {
    const [page, answer] = [
      await (await visitAs(officer)).get(`/office/people/${id}`),
      await (await programOf(officer)).get(`/office/people/${id}`),
    ];
    expect([page.status, answer.status]).to.deep.equal([200, 200]);
    const seen = page.text.includes(mobile);
    expect(page.text.includes("17.04.1985")).to.equal(seen);
    expect(answer.text.includes(mobile)).to.equal(seen);
    expect(answer.text.includes("1985-04-17")).to.equal(seen);
    return seen;
  }

  it("are seen by administrators and by no colleague", async () => {
    const { id, administrator, stranger, colleague } = await anOffice();
    expect(await seenBy(administrator, id)).to.equal(true);
    expect(await seenBy(stranger, id)).to.equal(true);
    expect(await seenBy(colleague, id)).to.equal(false);
  });

  it("are seen by the administrators of his own office alone, where that is ordered", async () => {
    const { id, administrator, stranger } = await anOffice();
    await reach("unit");
    expect(await seenBy(administrator, id)).to.equal(true);
    expect(await seenBy(stranger, id)).to.equal(false);
    const visit = await visitAs(stranger);
    expect((await visit.get(`/office/people/${id}/edit`)).status).to.equal(403);
    await reach("state");
    expect((await visit.get(`/office/people/${id}/edit`)).status).to.equal(200);
  });

  it("are seen by himself", async () => {
    const officer = await anOfficer();
    const answer = await (await programOf(officer)).get(`/office/people/${officer.employeeId}`);
    expect(answer.json()).to.have.nested.property("employee.joinedOn", "2005-07-01");
    const other = await (
      await programOf(await anOfficer())
    ).get(`/office/people/${officer.employeeId}`);
    expect(other.json()).to.have.nested.property("employee.joinedOn", "");
  });

  it("stand in no list, lookup or page that colleagues open", async () => {
    const { id, colleague } = await anOffice();
    const [visit, program] = [await visitAs(colleague), await programOf(colleague)];
    const open = allRoutes.filter(
      ({ method, path, allow }) =>
        method === "GET" && !path.includes(":") && (allow === "everyone" || allow(colleague)),
    );
    expect(open.length).to.be.greaterThan(15);
    for (const { path } of open) {
      for (const address of [path, `${path}?q=Mohan`]) {
        const texts = [(await visit.get(address)).text, (await program.get(address)).text];
        expect(texts.join().includes(mobile), address).to.equal(false);
        expect(texts.join().includes("1985-04-17"), address).to.equal(false);
      }
    }
    expect(id).to.be.a("string");
  }).timeout(60_000);
});
