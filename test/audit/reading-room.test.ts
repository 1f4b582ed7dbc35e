import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("The reading room of the record", () => {
  sandboxed();

  it("shows who did what, and never the subject of an item", async () => {
    const [clerk, officer] = [await anOfficer({ nameEn: "Asha Netam" }), await anOfficer()];
    const auditor = await visitAs(await anOfficer({ roles: ["auditor"] }));
    const item = await anItem(clerk, { subject: "confidential matter of land" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    const page = await auditor.get(`/record?number=${encodeURIComponent(item.number)}&person=`);
    expect(page.status).to.equal(200);
    expect(page.$("main tbody tr")).to.have.length(2);
    expect(page.text).to.contain("Asha Netam").and.to.contain("Item sent");
    expect(page.text).not.to.contain("confidential matter");
  });

  it("is closed to everyone else, as a page and as JSON", async () => {
    const clerk = await anOfficer({ roles: ["administrator", "secretary"] });
    expect((await (await visitAs(clerk)).get("/record")).status).to.equal(403);
    expect((await (await programOf(clerk)).get("/record")).status).to.equal(403);
  });

  it("refuses a day that is none, in words by its field", async () => {
    const auditor = await programOf(await anOfficer({ roles: ["auditor"] }));
    const answer = await auditor.get("/record?from=yesterday");
    expect(answer.status).to.equal(422);
    expect(answer.json()).to.have.nested.property("errors[0].field", "from");
  });
});
