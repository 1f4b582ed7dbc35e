import { expect } from "chai";
import { parkItem, sendSeveral } from "../../app/movement/index.ts";
import { anItem, anOfficer, aPost, itemNow } from "../support/builders.ts";
import { eventsOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Sending several items", () => {
  sandboxed();

  it("gives each its own result: one that cannot go does not hold back the others", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const [one, parked, other] = [await anItem(clerk), await anItem(clerk), await anItem(clerk)];
    await parkItem(clerk, { itemId: parked.id, parkedUntil: "2099-01-01" });
    const program = await programOf(clerk);
    const sent = await program.post("/items/movements", {
      ids: [one.id, parked.id, other.id],
      toPostId: officer.postId,
    });
    const { results } = sent.json() as {
      results: { itemId: string; isSent: boolean; reason?: string }[];
    };
    expect(results.filter(({ isSent }) => isSent).map(({ itemId }) => itemId)).to.have.members([
      one.id,
      other.id,
    ]);
    expect(results.find(({ itemId }) => itemId === parked.id)?.reason).to.contain(parked.number);
    expect(await itemNow(parked.id)).to.include({ holder_post_id: clerk.postId, state: "parked" });
    expect(await eventsOf(parked.id)).to.deep.equal(["item.created", "item.parked"]);
    expect(await eventsOf(one.id)).to.deep.equal(["item.created", "item.sent"]);
  });

  it("never takes paper and electronic items in one batch", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const items = [await anItem(clerk), await anItem(clerk, { nature: "physical" })];
    const refusal = await refused(
      sendSeveral(clerk, { itemIds: items.map(({ id }) => id), toPostId: officer.postId }),
    );
    expect(refusal.fields.map(({ field }) => field)).to.deep.equal(["ids"]);
    for (const { id } of items) {
      expect(await eventsOf(id)).to.deep.equal(["item.created"]);
    }
  });

  it("refuses the whole batch where the fault is in what is common to all", async () => {
    const clerk = await anOfficer();
    const itemIds = [(await anItem(clerk)).id];
    const elsewhere = (await aPost()).id;
    const fieldsOf = async (work: Promise<unknown>): Promise<string[]> =>
      (await refused(work)).fields.map(({ field }) => field);
    expect(await fieldsOf(sendSeveral(clerk, { itemIds, toPostId: clerk.postId }))).to.deep.equal([
      "toPostId",
    ]);
    expect(
      await fieldsOf(
        sendSeveral(clerk, { itemIds, toPostId: elsewhere, copyPostIds: [itemIds[0] ?? ""] }),
      ),
    ).to.deep.equal(["copyPostIds"]);
    const stranger = await anOfficer();
    expect(await fieldsOf(sendSeveral(stranger, { itemIds, toPostId: elsewhere }))).to.deep.equal([
      "ids",
    ]);
  });

  it("goes from ticked rows to a form and back to the tray", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const items = [await anItem(clerk), await anItem(clerk)];
    const ids = items.map(({ id }) => id);
    const visit = await visitAs(clerk);
    const chosen = await visit.post("/items/selection", { ids, back: "/tray" });
    const form = await visit.get(chosen.location ?? "");
    expect(form.text).to.contain(items[0]?.number).and.contain(items[1]?.number);
    const action = form.$("form[action^='/items/movements']").attr("action") ?? "";
    const wrong = await visit.post(action, { toPostId: clerk.postId });
    expect(wrong.status).to.equal(422);
    const sent = await visit.post(action, { toPostId: officer.postId });
    expect(sent.location).to.equal("/tray");
    expect((await visit.get("/tray")).text).to.contain("2 items were sent to Section Officer");
    const alone = await visit.post("/items/selection", { ids: ids.slice(0, 1) });
    expect(alone.location).to.equal(`/items/${ids[0]}/movements/new`);
    expect((await visit.post("/items/selection", {})).status).to.equal(422);
  });
});
