import { expect } from "chai";
import {
  attachItem,
  closeItem,
  findItem,
  openItem,
  parkItem,
  receiveItem,
  returnItem,
  sendItem,
  type Item,
} from "../../app/movement/index.ts";
import { anItem, anOfficer, itemNow, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Receiving paper", () => {
  sandboxed();

  async function sentPaper(): Promise<{ item: Item; officer: AnOfficer; clerk: AnOfficer }> {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { nature: "physical" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    return { item, officer, clerk };
  }

  it("comes before everything else one may do with it", async () => {
    const { item, officer, clerk } = await sentPaper();
    await openItem(officer, await findItem(officer, item.id));
    const there = { itemId: item.id, remarks: "x" };
    for (const step of [
      () => sendItem(officer, { ...there, toPostId: clerk.postId }),
      () => returnItem(officer, there),
      () => parkItem(officer, { ...there, parkedUntil: "2099-01-01" }),
      () => closeItem(officer, there),
    ]) {
      expect(await refusalOf(step())).to.equal("conflict");
    }
    const file = await anItem(officer);
    const here = await findItem(officer, item.id);
    expect(await refusalOf(attachItem(officer, here, file))).to.equal("forbidden");
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
    await receiveItem(officer, item.id);
    await returnItem(officer, there);
    expect(await eventsOf(item.id)).to.deep.equal([
      "item.created",
      "item.sent",
      "item.received",
      "item.returned",
    ]);
  });

  it("is done once, by the holder, and not for what is electronic", async () => {
    const { item, officer, clerk } = await sentPaper();
    expect(await refusalOf(receiveItem(clerk, item.id))).to.equal("conflict");
    await receiveItem(officer, item.id);
    expect((await itemNow(item.id))["opened_at"]).to.not.equal(null);
    expect(await refusalOf(receiveItem(officer, item.id))).to.equal("conflict");
    const electronic = await anItem(officer);
    expect(await refusalOf(receiveItem(officer, electronic.id))).to.equal("conflict");
  });
});
