import { expect } from "chai";
import { execute, insert, row, rows, transaction, type Actor } from "../../app/base/index.ts";
import { asActor, forPurpose } from "../../app/base/standpoint.ts";
import {
  attachItem,
  findItem,
  lockItem,
  sendItem,
  viewer,
  visibleTo,
  type Item,
} from "../../app/movement/index.ts";
import { anItem, anOfficer, aUnit, itemNow, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";

async function failureOf(work: () => Promise<unknown>): Promise<string> {
  return transaction(work).then(
    () => "done",
    (error: unknown) => String(error),
  );
}

const subjects = (actor: Actor) =>
  asActor(actor, () => rows<{ id: string }>("select id from items order by id"));
const sees = async (actor: Actor, item: Item): Promise<boolean> =>
  (await subjects(actor)).some(({ id }) => id === item.id);

const denied = /row-level security|not on this desk/;

/** A department of two sections and a second one; items of every classification, moved about at random. */
async function aBusyOffice() {
  const department = await aUnit({ kind: "department" });
  const sections = [
    await aUnit({ parent: department }),
    await aUnit({ parent: department }),
    await aUnit(),
  ];
  const officers: AnOfficer[] = [];
  for (const unit of sections) {
    officers.push(await anOfficer({ unit, roles: ["section-officer"] }), await anOfficer({ unit }));
  }
  const above = await anOfficer({ unit: department, roles: ["secretary"] });
  officers.push({ ...above, coveredUnitIds: [department.id] });
  const pick = randomOf(officers.length);
  const items: Item[] = [];
  for (let made = 0; made < 24; made += 1) {
    const holder = officers[pick()];
    if (holder) {
      const classification = made % 3 === 0 ? "confidential" : "normal";
      items.push(
        await anItem(holder, { classification, kind: made % 4 === 0 ? "receipt" : "file" }),
      );
    }
  }
  await moveAbout(officers, items, pick);
  return { officers, items };
}

async function moveAbout(
  officers: readonly AnOfficer[],
  items: readonly Item[],
  pick: () => number,
) {
  for (const [turn, item] of items.entries()) {
    const holder = officers.find(({ postId }) => postId === item.holderPostId);
    const [to, copy] = [officers[pick()], officers[pick()]];
    if (holder && to && copy && to.postId !== holder.postId && turn % 3 !== 1) {
      const copyPostIds = turn % 2 === 0 ? [copy.postId] : [];
      await sendItem(holder, { itemId: item.id, toPostId: to.postId, copyPostIds });
    }
  }
  await fileReceipts(officers);
}

async function fileReceipts(officers: readonly AnOfficer[]) {
  for (const holder of officers) {
    const own = await rows<Item>(
      `select id, kind from items where holder_post_id = $post order by kind desc`,
      { post: holder.postId },
    );
    const inner = own.find(({ kind }) => kind === "receipt");
    const file = own.find(({ kind }) => kind === "file");
    if (inner && file) {
      await attachItem(holder, await lockItem(holder, inner.id), await findItem(holder, file.id));
    }
  }
}

function randomOf(most: number): () => number {
  let state = 20_261_122;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
}

describe("The two walls", () => {
  sandboxed();

  it("agree on every item for every post of a busy office", async () => {
    const { officers, items } = await aBusyOffice();
    let seen = 0;
    for (const officer of officers) {
      const byApplication = await rows<{ id: string }>(
        `select i.id from items i where ${visibleTo("i")} order by i.id`,
        viewer(officer),
      );
      const byPostgres = await subjects(officer);
      expect(byPostgres).to.deep.equal(byApplication);
      seen += byPostgres.length;
    }
    expect(seen).to.be.within(items.length, officers.length * items.length - 1);
  });

  it("show to past holders and receivers of copies, and to nobody else", async () => {
    const [holder, to, copied, stranger] = await Promise.all([1, 2, 3, 4].map(() => anOfficer()));
    if (!holder || !to || !copied || !stranger) {
      throw new Error("four officers were asked for");
    }
    const item = await anItem(holder);
    await sendItem(holder, { itemId: item.id, toPostId: to.postId, copyPostIds: [copied.postId] });
    const seen = await Promise.all([holder, to, copied, stranger].map((who) => sees(who, item)));
    expect(seen).to.deep.equal([true, true, true, false]);
    expect(await asActor(stranger, () => rows("select 1 from movements"))).to.have.length(0);
    expect(await asActor(stranger, () => rows("select 1 from events"))).to.have.length(0);
  });

  it("keep what is confidential from those who cover its unit", async () => {
    const unit = await aUnit();
    const holder = await anOfficer({ unit });
    const chief = await anOfficer({ unit, roles: ["section-officer"] });
    const [open, closed] = [
      await anItem(holder),
      await anItem(holder, { classification: "confidential" }),
    ];
    expect([await sees(chief, open), await sees(chief, closed)]).to.deep.equal([true, false]);
  });

  it("show a link officer what his post holds, and nothing once he stands elsewhere", async () => {
    const [holder, link] = [await anOfficer(), await anOfficer()];
    const item = await anItem(holder);
    const acting = { ...link, postId: holder.postId, charge: "link" as const };
    expect([await sees(acting, item), await sees(link, item)]).to.deep.equal([true, false]);
  });

  it("show an administrator no content, unless he lists who sees an item", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const item = await anItem(await anOfficer());
    expect(await sees(administrator, item)).to.equal(false);
    const listed = await asActor(administrator, () =>
      forPurpose("administer", () =>
        rows("select number from items where id = $id", { id: item.id }),
      ),
    );
    expect(listed).to.have.length(1);
    const clerk = await anOfficer();
    const tried = await asActor(clerk, () =>
      forPurpose("administer", () =>
        rows("select number from items where id = $id", { id: item.id }),
      ),
    );
    expect(tried).to.have.length(0);
  });

  it("let nobody take what he may only look at", async () => {
    const [holder, to] = [await anOfficer(), await anOfficer()];
    const item = await anItem(holder);
    await sendItem(holder, { itemId: item.id, toPostId: to.postId });
    const third = await anOfficer();
    await sendItem(to, { itemId: item.id, toPostId: third.postId });
    for (const change of [
      "update items set holder_post_id = $post where id = $id",
      "update items set subject = 'मेरा', from_post_id = $post where id = $id",
    ]) {
      const bind = { id: item.id, post: holder.postId };
      expect(await failureOf(() => asActor(holder, () => execute(change, bind)))).to.match(denied);
    }
    expect((await itemNow(item.id))["holder_post_id"]).to.equal(third.postId);
  });

  it("let nobody write in another's name", async () => {
    const [holder, other] = [await anOfficer(), await anOfficer()];
    const item = await anItem(holder);
    const forged = {
      itemId: item.id,
      sequence: 2,
      kind: "sent",
      at: new Date(),
      priority: "ordinary",
      mark: "x",
    };
    const asOther = { ...forged, id: item.id, fromPostId: holder.postId, toPostId: other.postId };
    expect(await failureOf(() => asActor(other, () => insert("movements", asOther)))).to.match(
      denied,
    );
    const folder = { id: item.id, postId: holder.postId, name: "x" };
    expect(await failureOf(() => asActor(other, () => insert("folders", folder)))).to.match(denied);
    const event = { id: item.id, at: new Date(), action: "x", mark: "x" };
    const claimed = {
      ...event,
      accountId: holder.accountId,
      subjectType: "item",
      subjectId: item.id,
    };
    expect(await failureOf(() => asActor(other, () => insert("events", claimed)))).to.match(denied);
  });

  it("open doors no wider than they say", async () => {
    const [holder, stranger] = [await anOfficer(), await anOfficer()];
    const item = await anItem(holder);
    const ask = (who: Actor) =>
      asActor(who, () =>
        row(
          `select item_is_in_sight($id) as seen, item_is_held($id) as held, number_of_item($id) as number,
             item_is_in_register($id) as listed, has_acted_since($employee, $post, '2000-01-01') as acted`,
          { id: item.id, employee: holder.employeeId, post: holder.postId },
        ),
      );
    expect(await ask(stranger)).to.deep.equal({
      seen: false,
      held: false,
      number: null,
      listed: false,
      acted: null,
    });
    expect(await ask(holder)).to.deep.include({ seen: true, held: true, number: item.number });
  });
});
