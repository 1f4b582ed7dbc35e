import { expect } from "chai";
import { randomInt } from "node:crypto";
import { change, execute, row, rows, type Actor } from "../../app/base/index.ts";
import {
  attachItem,
  findItem,
  sendItem,
  viewer,
  visibleTo,
  whoSees,
  whyVisible,
  type Item,
} from "../../app/movement/index.ts";
import { anItem, anOfficer, aUnit, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const send = (item: Item, from: Actor, [to, ...copies]: readonly [Actor, ...Actor[]]) =>
  sendItem(from, {
    itemId: item.id,
    toPostId: to.postId,
    copyPostIds: copies.map(({ postId }) => postId),
    kind: "sent",
    dueOn: null,
  });

describe("Why may I see this", () => {
  sandboxed();

  async function aSection() {
    const department = await aUnit({ kind: "department" });
    const section = await aUnit({ parent: department });
    const other = await aUnit();
    return {
      section,
      clerk: await anOfficer({ unit: section }),
      chief: await anOfficer({ unit: section, roles: ["section-officer"] }),
      secretary: await covering(await anOfficer({ unit: department, roles: ["secretary"] })),
      colleague: await anOfficer({ unit: section }),
      stranger: await anOfficer({ unit: other, roles: ["section-officer"] }),
      administrator: await anOfficer({ roles: ["administrator"] }),
    };
  }

  const covering = (officer: AnOfficer) =>
    Promise.resolve({ ...officer, coveredUnitIds: [officer.unitId] });

  const reasonsOf = async (actor: Actor, item: Item) =>
    (await whyVisible(actor, item.id)).openings.map(({ reason }) => reason).toSorted();

  it("names every fact that opens an item, and only those", async () => {
    const { clerk, chief, secretary, colleague, stranger } = await aSection();
    const item = await anItem(clerk);
    await send(item, clerk, [stranger, colleague]);
    expect(await reasonsOf(clerk, item)).to.deep.equal(["made", "passed"]);
    expect(await reasonsOf(stranger, item)).to.deep.equal(["holds", "passed"]);
    expect(await reasonsOf(colleague, item)).to.deep.equal(["copied"]);
    expect(await reasonsOf(chief, item)).to.deep.equal(["covers"]);
    expect(await reasonsOf(secretary, item)).to.deep.equal(["covers"]);
  });

  it("opens what is confidential to holders, senders and copies alone, also inside a file", async () => {
    const { clerk, chief, secretary, colleague, stranger, administrator } = await aSection();
    const item = await anItem(clerk, { classification: "confidential" });
    await send(item, clerk, [stranger, colleague]);
    for (const actor of [clerk, stranger, colleague]) {
      expect((await findItem(actor, item.id)).id).to.equal(item.id);
    }
    for (const actor of [chief, secretary, administrator]) {
      expect(await refusalOf(findItem(actor, item.id))).to.equal("not-found");
      expect(await refusalOf(whyVisible(actor, item.id))).to.equal("not-found");
    }
    const inside = await anItem(clerk, { classification: "confidential", kind: "receipt" });
    const file = await anItem(clerk);
    await attachItem(clerk, inside, file);
    expect((await findItem(chief, file.id)).id).to.equal(file.id);
    expect(await refusalOf(findItem(chief, inside.id))).to.equal("not-found");
    await send(file, clerk, [stranger]);
    expect(await reasonsOf(stranger, inside)).to.deep.equal(["holds", "passed"]);
  });

  it("finds a reason exactly where the lists show an item, for random ones", async () => {
    const cast = Object.values(await aSection()).filter((one): one is AnOfficer => "postId" in one);
    const pick = (): AnOfficer => cast[randomInt(cast.length)] ?? cast[0] ?? fail();
    const items: Item[] = [];
    for (let n = 0; n < 60; n += 1) {
      items.push(await aRandomItem(pick, items));
    }
    let [seen, hidden] = [0, 0];
    for (const actor of cast) {
      const visible = await rows<{ id: string }>(
        `select i.id from items i where ${visibleTo("i")}`,
        {
          ...viewer(actor),
        },
      );
      const ids = new Set(visible.map(({ id }) => id));
      for (const item of items) {
        const told = await whyVisible(actor, item.id).catch(() => undefined);
        expect((told?.openings.length ?? 0) > 0, `${actor.postId} ${item.id}`).to.equal(
          ids.has(item.id),
        );
        const listed = await whoSees(actor, item.number);
        expect(
          listed[0]?.viewers.some(({ post }) => post.id === actor.postId),
          "whoSees",
        ).to.equal(ids.has(item.id));
        seen += ids.has(item.id) ? 1 : 0;
        hidden += ids.has(item.id) ? 0 : 1;
      }
    }
    expect(Math.min(seen, hidden)).to.be.greaterThan(50);
  }).timeout(60_000);

  it("speaks in whole sentences, in both languages", async () => {
    const { clerk, chief } = await aSection();
    const item = await anItem(clerk);
    const page = await (await visitAs(clerk)).get(`/items/${item.id}/why`);
    expect(page.text).to.contain("lies on the desk of your post since");
    expect(page.text).to.contain("Your post made it on");
    const hindi = await (await visitAs(chief, "hi")).get(`/items/${item.id}/why`);
    expect(hindi.text).to.contain("जिसका कार्य आपका पद देख सकता है");
    expect(hindi.text).not.to.match(/\{(date|unit|file)\}/);
  });

  it("tells administrators who may see an item, never what it says, and records the question", async () => {
    const { clerk, colleague, chief, stranger, administrator } = await aSection();
    const item = await anItem(clerk, { classification: "confidential", subject: "अति संवेदनशील" });
    await send(item, clerk, [stranger, colleague]);
    const program = await programOf(administrator);
    const answer = await program.get(`/items/who-sees?number=${encodeURIComponent(item.number)}`);
    expect(answer.status).to.equal(200);
    expect(answer.text).not.to.contain("संवेदनशील");
    const posts = [...answer.text.matchAll(/"post":\{"id":"([^"]+)"/g)].map(([, id]) => id);
    expect(posts).to.have.members([clerk.postId, colleague.postId, stranger.postId]);
    expect(posts).not.to.include(chief.postId);
    expect((await eventsOf(item.id)).at(-1)).to.equal("item.viewers-listed");
    expect((await program.get(`/items/${item.id}`)).status).to.equal(404);
    expect((await (await programOf(clerk)).get("/items/who-sees?number=1")).status).to.equal(403);
  });

  it("follows what roles permit: without the permission a role covers nothing", async () => {
    const { clerk, chief, administrator } = await aSection();
    const item = await anItem(clerk);
    const program = await programOf(chief);
    expect((await program.get(`/items/${item.id}/why`)).status).to.equal(200);
    await execute(
      "update role_permissions set until_on = '2020-01-01' where permission = 'read-unit'",
    );
    expect((await program.get(`/items/${item.id}/why`)).status).to.equal(404);
    const [listed] = await whoSees(administrator, item.number);
    expect(listed?.viewers.map(({ post }) => post.id)).to.deep.equal([clerk.postId]);
  });
});

/** Made, perhaps confidential, perhaps sent on twice with copies, perhaps inside an earlier one. */
async function aRandomItem(pick: () => AnOfficer, earlier: readonly Item[]): Promise<Item> {
  const maker = pick();
  const classification = randomInt(3) === 0 ? "confidential" : "normal";
  const item = await anItem(maker, { classification, unitId: pick().unitId });
  let holder = maker;
  for (let n = randomInt(3); n > 0; n -= 1) {
    const next = pick();
    if (next.postId !== holder.postId) {
      await send(item, holder, [next, ...(randomInt(3) === 0 ? [pick()] : [])]);
      holder = next;
    }
  }
  const parent = earlier[randomInt(Math.max(1, earlier.length))];
  if (parent && randomInt(3) === 0 && !(await isAttached(parent.id))) {
    await change(
      "items",
      { id: item.id },
      { parentId: parent.id, state: "attached", holderPostId: null },
    );
  }
  return item;
}

async function isAttached(id: string): Promise<boolean> {
  return (
    (await row("select 1 as yes from items where id = $id and parent_id is not null", { id })) !==
    undefined
  );
}

function fail(): never {
  throw new Error("Nobody is there");
}
