import { expect } from "chai";
import { findItem, itemPolicy, parkItem, sendItem, type Item } from "../../app/movement/index.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const actions = Object.keys(itemPolicy.rules) as (keyof typeof itemPolicy.rules)[];

function allowed(actor: AnOfficer, item: Item): string[] {
  return actions.filter((action) => itemPolicy.can(actor, action, item));
}

describe("The policy of items", () => {
  sandboxed();

  /** Each line: how it came to lie so, then what the holder, the last sender and others may do. */
  const table: Readonly<
    Record<string, { change: Partial<Item>; holder: string[]; sender: string[] }>
  > = {
    "received and electronic": {
      change: {},
      holder: ["work", "send", "return", "park", "close"],
      sender: ["pullBack"],
    },
    "paper that is not received": {
      change: { nature: "physical", openedAt: null },
      holder: ["receive"],
      sender: ["pullBack"],
    },
    "paper that is received": {
      change: { nature: "physical", openedAt: new Date() },
      holder: ["work", "send", "return", "park", "close"],
      sender: ["pullBack"],
    },
    "just made": {
      change: { state: "created", fromPostId: null },
      holder: ["work", "send", "park", "close", "discard"],
      sender: [],
    },
    parked: { change: { state: "parked" }, holder: ["unpark"], sender: [] },
    closed: { change: { state: "closed" }, holder: ["reopen"], sender: [] },
    deleted: { change: { state: "deleted" }, holder: [], sender: [] },
    "inside another item": {
      change: { state: "attached", holderPostId: null },
      holder: [],
      sender: [],
    },
  };

  for (const [how, { change, holder, sender }] of Object.entries(table)) {
    it(`says who may do what with an item that is ${how}`, async () => {
      const [clerk, officer, stranger] = [await anOfficer(), await anOfficer(), await anOfficer()];
      const administrator = await anOfficer({ roles: ["administrator"] });
      const secretary = await anOfficer({ roles: ["secretary"] });
      const { id } = await anItem(clerk);
      await sendItem(clerk, { itemId: id, toPostId: officer.postId });
      const item = { ...(await findItem(officer, id)), ...change };
      expect(allowed(officer, item)).to.have.members(holder);
      expect(allowed(clerk, item)).to.have.members(sender);
      for (const other of [stranger, administrator, secretary]) {
        expect(allowed(other, item)).to.deep.equal([]);
      }
    });
  }

  it("lets a holder not return to himself what he parked and took up", async () => {
    const clerk = await anOfficer();
    const { id } = await anItem(clerk);
    await parkItem(clerk, { itemId: id, parkedUntil: "2099-01-01" });
    expect(allowed(clerk, await findItem(clerk, id))).to.deep.equal(["unpark"]);
  });
});
