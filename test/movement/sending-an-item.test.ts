import { expect } from "chai";
import {
  openItem,
  pullBackItem,
  returnItem,
  sendItem,
  findItem,
} from "../../app/movement/index.ts";
import { anItem, anOfficer, aPost, itemNow } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Sending an item", () => {
  sandboxed();

  it("takes it from one desk to the other in one movement", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId, remarks: "कृपया देखें" });
    const after = await itemNow(item.id);
    expect(after).to.include({ holder_post_id: officer.postId, state: "moving", movements: 2 });
    expect(after["opened_at"]).to.equal(null);
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
  });

  it("is refused to whoever does not hold it any more", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    expect(
      await refusalOf(sendItem(clerk, { itemId: item.id, toPostId: officer.postId })),
    ).to.equal("conflict");
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
  });

  it("is refused to oneself, by the field", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk);
    const refusal = await refused(sendItem(clerk, { itemId: item.id, toPostId: clerk.postId }));
    expect(refusal.fields.map(({ field }) => field)).to.deep.equal(["toPostId"]);
  });

  it("says when nobody sits at the post, and still sends", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk);
    const vacant = await aPost();
    const sent = await sendItem(clerk, { itemId: item.id, toPostId: vacant.id });
    expect(sent.toVacantPost).to.equal(true);
  });

  it("does not exist for one who may not see it", async () => {
    const [clerk, officer, stranger] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    expect(
      await refusalOf(sendItem(stranger, { itemId: item.id, toPostId: officer.postId })),
    ).to.equal("not-found");
  });

  it("can be pulled back until the receiver opens it", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await pullBackItem(clerk, item.id);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await openItem(officer, await findItem(officer, item.id));
    expect(await refusalOf(pullBackItem(clerk, item.id))).to.equal("conflict");
    await returnItem(officer, { itemId: item.id, remarks: "सुधार कर प्रस्तुत करें" });
    expect(await itemNow(item.id)).to.include({ holder_post_id: clerk.postId, movements: 5 });
  });
});
