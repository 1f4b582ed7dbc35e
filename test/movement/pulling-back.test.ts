import { expect } from "chai";
import {
  discardItem,
  openItem,
  findItem,
  parkItem,
  pullBackItem,
  returnItem,
  sendItem,
} from "../../app/movement/index.ts";
import { anItem, anOfficer, itemNow } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Pulling back", () => {
  sandboxed();

  it("leaves the item as it lay before it was sent", async () => {
    const [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId, actionAsked: "approval" });
    await openItem(officer, await findItem(officer, item.id));
    await sendItem(officer, { itemId: item.id, toPostId: other.postId, actionAsked: "orders" });
    await pullBackItem(officer, item.id);
    expect(await itemNow(item.id)).to.include({
      holder_post_id: officer.postId,
      from_post_id: clerk.postId,
      action_asked: "approval",
      state: "moving",
    });
    await returnItem(officer, { itemId: item.id, remarks: "वापस" });
    expect(await itemNow(item.id)).to.include({ holder_post_id: clerk.postId });
    expect(await eventsOf(item.id)).to.deep.equal([
      "item.created",
      "item.sent",
      "item.opened",
      "item.sent",
      "item.pulled-back",
      "item.returned",
    ]);
  });

  it("leaves what one made oneself without a sender, so that it cannot be returned", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await pullBackItem(clerk, item.id);
    expect((await itemNow(item.id))["from_post_id"]).to.equal(null);
    expect(await refusalOf(returnItem(clerk, { itemId: item.id, remarks: "x" }))).to.equal(
      "conflict",
    );
    expect(await refusalOf(discardItem(clerk, { itemId: item.id }))).to.equal("conflict");
  });

  it("is refused to who did not send it last, and once the receiver works on it", async () => {
    const [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await openItem(officer, await findItem(officer, item.id));
    expect(await refusalOf(pullBackItem(clerk, item.id))).to.equal("conflict");
    await parkItem(officer, { itemId: item.id, parkedUntil: "2099-01-01" });
    expect(await refusalOf(pullBackItem(clerk, item.id))).to.equal("conflict");
    expect(await refusalOf(pullBackItem(other, item.id))).to.equal("not-found");
    expect(await eventsOf(item.id)).to.not.include("item.pulled-back");
  });
});
