import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { anItem, anOfficer, itemNow } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Parking, closing and throwing away", () => {
  sandboxed();

  it("parks until a later day, and takes up again", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { kind: "receipt" });
    const visit = await visitAs(clerk);
    const at = `/items/${item.id}/parking`;
    for (const parkedUntil of [undefined, "2020-01-01", "soon"]) {
      const wrong = await visit.post(at, { parkedUntil });
      expect(wrong.status).to.equal(422);
      expect(wrong.$(".field-wrong [name=parkedUntil]")).to.have.length(1);
    }
    expect((await visit.post(at, { parkedUntil: "2099-01-01" })).location).to.equal("/tray");
    expect(await itemNow(item.id)).to.include({ state: "parked", parked_until: "2099-01-01" });
    await visit.post(`${at}/end`);
    expect(await itemNow(item.id)).to.include({ state: "moving", parked_until: null });
    expect((await visit.post(`${at}/end`)).status).to.equal(409);
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.parked", "item.unparked"]);
  });

  it("closes with a reason, and reopens", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { kind: "receipt" });
    const visit = await visitAs(clerk);
    const at = `/items/${item.id}/closure`;
    expect((await visit.post(at, {})).status).to.equal(422);
    await visit.post(at, { remarks: "कार्यवाही पूर्ण" });
    expect(await itemNow(item.id)).to.include({ state: "closed" });
    expect((await visit.post(at, { remarks: "again" })).status).to.equal(409);
    await visit.post(`${at}/end`);
    expect(await itemNow(item.id)).to.include({ state: "moving", closed_at: null });
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.closed", "item.reopened"]);
  });

  it("throws away only what never left the desk", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const [item, sent] = [
      await anItem(clerk, { kind: "receipt" }),
      await anItem(clerk, { kind: "receipt" }),
    ];
    await sendItem(clerk, { itemId: sent.id, toPostId: officer.postId });
    const program = await programOf(clerk);
    expect((await program.post(`/items/${sent.id}/discard`)).status).to.equal(409);
    expect((await program.post(`/items/${item.id}/discard`)).status).to.equal(200);
    expect(await itemNow(item.id)).to.include({ state: "deleted" });
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.deleted"]);
  });

  it("returns with a reason to who sent it", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { kind: "receipt" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    const visit = await visitAs(officer);
    expect((await visit.get(`/items/${item.id}/return`)).text).to.contain("It goes back to");
    expect((await visit.post(`/items/${item.id}/return`, {})).status).to.equal(422);
    await visit.post(`/items/${item.id}/return`, { remarks: "संलग्नक नहीं है" });
    expect(await itemNow(item.id)).to.include({ holder_post_id: clerk.postId });
    expect(await eventsOf(item.id)).to.include("item.returned");
  });

  it("pulls back by its own button", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { kind: "receipt" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    const visit = await visitAs(clerk);
    const { $ } = await visit.get("/tray?desk=sent");
    const action = $(`[data-item="${item.id}"] form`).attr("action") ?? "";
    expect((await visit.post(action)).location).to.equal(`/items/${item.id}`);
    expect((await visit.get(`/items/${item.id}`)).location).to.equal(`/receipts/${item.id}`);
    expect((await visit.post(action)).status).to.equal(409);
    expect(await eventsOf(item.id)).to.deep.equal([
      "item.created",
      "item.sent",
      "item.pulled-back",
    ]);
  });
});
