import { expect } from "chai";
import { Refusal, row } from "../../app/base/index.ts";
import { findItem, openItem, pullBackItem, sendItem, type Item } from "../../app/movement/index.ts";
import { anItem, anOfficer, itemNow, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";

const rounds = 200;

/** Whether it succeeded; a refusal is a no, anything else is a defect. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refusal) {
      return false;
    }
    throw error;
  }
}

async function movementsOf(item: Item): Promise<number> {
  const counted = await row<{ count: number }>(
    "select count(*) as count from movements where item_id = $id",
    { id: item.id },
  );
  return counted?.count ?? 0;
}

describe("Two hands on one item", function () {
  unsandboxed();
  this.timeout(120_000);

  let clerk: AnOfficer;
  let officer: AnOfficer;
  let other: AnOfficer;

  before(async () => {
    [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
  });

  it(`lets exactly one of two windows send it, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const item = await anItem(clerk);
      const outcomes = await Promise.all([
        succeeds(sendItem(clerk, { itemId: item.id, toPostId: officer.postId })),
        succeeds(sendItem(clerk, { itemId: item.id, toPostId: other.postId })),
      ]);
      expect(outcomes.filter(Boolean), `round ${round}`).to.have.length(1);
      expect(await movementsOf(item)).to.equal(2);
      expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
      const to = outcomes[0] ? officer.postId : other.postId;
      expect(await itemNow(item.id)).to.include({ holder_post_id: to, movements: 2 });
    }
  });

  it(`never lets it be pulled back and opened both, ${rounds} times`, async () => {
    const won = { pulledBack: 0, opened: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const item = await anItem(clerk);
      await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
      const seen = await findItem(officer, item.id);
      const [pulledBack] = await Promise.all([
        succeeds(pullBackItem(clerk, item.id)),
        openItem(officer, seen),
      ]);
      const events = await eventsOf(item.id);
      const expected = pulledBack ? "item.pulled-back" : "item.opened";
      expect(events, `round ${round}`).to.deep.equal(["item.created", "item.sent", expected]);
      expect(await movementsOf(item)).to.equal(pulledBack ? 3 : 2);
      const holder = pulledBack ? clerk.postId : officer.postId;
      expect(await itemNow(item.id)).to.include({ holder_post_id: holder });
      won[pulledBack ? "pulledBack" : "opened"] += 1;
    }
    expect(won.pulledBack + won.opened).to.equal(rounds);
  });
});
