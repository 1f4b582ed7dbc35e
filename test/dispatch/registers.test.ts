import { expect } from "chai";
import { dispatchesOf } from "../../app/dispatch/index.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { anOfficer, aUnit, type AnOfficer } from "../support/builders.ts";
import { aDepartment, aFile, anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

async function anOffice() {
  const { department, section } = await aDepartment();
  const officer = await aSignatory({ unit: section });
  const unit = await aUnit({ parent: department });
  return { officer, registry: await anOfficer({ unit, roles: ["registry"] }) };
}

describe("Registers of dispatch", () => {
  sandboxed();

  it("lead a letter from the section through the registry into the outward register", async () => {
    const { officer, registry } = await anOffice();
    const { letterId } = await signDraft(officer, await anApprovedDraft(officer));
    const ids = (await dispatchesOf(letterId)).map(({ id }) => id);
    await (await visitAs(officer)).post(`/letters/${letterId}/registry`, { ids });
    const browser = await visitAs(registry);
    const queue = await browser.get("/dispatches");
    expect(queue.$('input[name="ids"]')).to.have.length(2);
    const pdf = queue.$('a[href^="/documents/"]').first().attr("href") ?? "";
    expect((await browser.get(pdf)).status).to.equal(200);
    const query = ids.map((id) => `ids=${id}`).join("&");
    const unsaid = await browser.post(`/dispatches?${query}`, {});
    expect(unsaid.status).to.equal(422);
    expect(unsaid.$("#mode-error").text()).to.match(/how it goes/);
    expect((await browser.post(`/dispatches?${query}`, { mode: "speed_post" })).status).to.equal(
      303,
    );
    expect((await browser.get("/dispatches")).$('input[name="ids"]')).to.have.length(0);
    expect((await browser.get("/outward")).$("main .table tbody tr")).to.have.length(2);
    expect((await browser.get("/outward?mode=email")).$("main .table tbody tr")).to.have.length(0);
    const csv = await browser.get("/outward.csv");
    expect(csv.text.split("\n")).to.have.length.greaterThan(2);
    expect((await browser.get(`/dispatches/labels?${query}`)).$(".label")).to.have.length(2);
  });

  it("keep the queue from those who are no registry, and the letter from the registry not asked", async () => {
    const { officer, registry } = await anOffice();
    const { letterId } = await signDraft(officer, await anApprovedDraft(officer));
    expect((await (await visitAs(officer)).get("/dispatches")).status).to.equal(403);
    expect((await (await visitAs(registry)).get(`/letters/${letterId}`)).status).to.equal(404);
  });

  it("tell an administrator and an auditor of the department nothing", async () => {
    const { department, section } = await aDepartment();
    const officer = await aSignatory({ unit: section });
    const { letterId } = await signDraft(officer, await anApprovedDraft(officer));
    const [first] = await dispatchesOf(letterId);
    await (
      await visitAs(officer)
    ).post(`/dispatches?ids=${first?.id}`, { ids: first?.id, mode: "by_hand" });
    const lines = async (reader: AnOfficer) =>
      (await (await visitAs(reader)).get("/outward")).$("main .table tbody tr").length;
    expect(await lines(officer)).to.equal(1);
    for (const role of ["administrator", "auditor", "records"] as const) {
      expect(await lines(await anOfficer({ unit: department, roles: [role] })), role).to.equal(0);
    }
  });

  it("name confidential letters only to those who may see their file", async () => {
    const { officer, registry } = await anOffice();
    const file = await aFile(officer, { classification: "confidential" });
    const { letterId } = await signDraft(
      officer,
      await anApprovedDraft(officer, { itemId: file.id }),
    );
    const [first] = await dispatchesOf(letterId);
    const own = await visitAs(officer);
    await own.post(`/dispatches?ids=${first?.id}`, { mode: "by_hand" });
    expect((await own.get("/outward")).$("main .table tbody tr")).to.have.length(1);
    expect(
      (await (await visitAs(registry)).get("/outward")).$("main .table tbody tr"),
    ).to.have.length(0);
  });
});
