import { expect } from "chai";
import { rows } from "../../app/base/index.ts";
import { deliver } from "../../app/base/jobs.ts";
import {
  findItem,
  openItem,
  pullBackItem,
  returnItem,
  sendItem,
} from "../../app/movement/index.ts";
import "../../app/notices/index.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

/** Does what the worker would: delivers everything about one item; twice when asked. */
async function deliverAll(itemId: string, times = 1): Promise<void> {
  const due = await rows<{ eventId: string; job: string }>(
    `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
     where e.item_id = $itemId and d.job like 'notices.%' order by e.recorded_at`,
    { itemId },
  );
  for (const delivery of due) {
    for (let time = 0; time < times; time += 1) {
      await deliver(delivery);
    }
  }
}

async function noticesOf(
  officer: AnOfficer,
): Promise<{ id: string; words: string; readAt: string | null }[]> {
  const told = (await (await programOf(officer)).get("/notices")).json();
  return (told as { notices: { id: string; words: string; readAt: string | null }[] }).notices;
}

describe("Telling of arrivals", () => {
  sandboxed();

  it("tells the receiver once, however often the event is delivered", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await deliverAll(item.id, 3);
    expect(await noticesOf(officer)).to.have.length(1);
    expect(await noticesOf(clerk)).to.have.length(0);
  });

  it("tells each in his language who sent what", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { number: "एफ 1/2031" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    await deliverAll(item.id);
    const english = await (await visitAs(officer)).get("/notices");
    expect(english.$(".notice-line a").text()).to.equal("Section Officer sent you एफ 1/2031.");
    const hindi = await (await visitAs(officer, "hi")).get("/notices");
    expect(hindi.$(".notice-line a").text()).to.equal("अनुभाग अधिकारी से एफ 1/2031 प्राप्त।");
    expect(hindi.$(".bell-count").text()).to.equal("1");
  });

  it("tells of returns and of copies", async () => {
    const [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    await sendItem(clerk, {
      itemId: item.id,
      toPostId: officer.postId,
      copyPostIds: [other.postId],
    });
    await returnItem(officer, { itemId: item.id, remarks: "x" });
    await deliverAll(item.id);
    expect((await noticesOf(clerk)).map(({ words }) => words)).to.deep.equal([
      "{from} returned {number} to you.",
    ]);
    expect((await noticesOf(other)).map(({ words }) => words)).to.deep.equal([
      "{from} sent you a copy of {number} for information.",
    ]);
  });

  it("calls nobody any more once the item is opened or pulled back", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const [opened, withdrawn] = [await anItem(clerk), await anItem(clerk)];
    for (const { id } of [opened, withdrawn]) {
      await sendItem(clerk, { itemId: id, toPostId: officer.postId });
      await deliverAll(id);
    }
    await openItem(officer, await findItem(officer, opened.id));
    await pullBackItem(clerk, withdrawn.id);
    await deliverAll(opened.id);
    await deliverAll(withdrawn.id);
    const told = await noticesOf(officer);
    expect(told).to.have.length(2);
    expect(told.every(({ readAt }) => readAt !== null)).to.equal(true);
  });

  it("does not tell what is old by the time it would be told", async () => {
    const [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const items = [await anItem(clerk), await anItem(clerk), await anItem(clerk)] as const;
    for (const { id } of items) {
      await sendItem(clerk, {
        itemId: id,
        toPostId: officer.postId,
        copyPostIds: [other.postId],
      });
    }
    const [opened, withdrawn, movedOn] = items;
    await openItem(officer, await findItem(officer, opened.id));
    await openItem(other, await findItem(other, opened.id));
    await pullBackItem(clerk, withdrawn.id);
    await sendItem(officer, { itemId: movedOn.id, toPostId: other.postId });
    for (const { id } of items) {
      await deliverAll(id);
    }
    expect(await noticesOf(officer)).to.deep.equal([]);
    expect((await noticesOf(other)).map(({ words }) => words)).to.have.members([
      "{from} sent you {number}.",
      "{from} sent you a copy of {number} for information.",
      "{from} sent you a copy of {number} for information.",
    ]);
  });
});

describe("Reading notices", () => {
  sandboxed();

  async function told(): Promise<{ officer: AnOfficer; itemId: string; noticeId: string }> {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const { id: itemId } = await anItem(clerk);
    await sendItem(clerk, { itemId, toPostId: officer.postId });
    await deliverAll(itemId);
    const [notice] = await noticesOf(officer);
    return { officer, itemId, noticeId: notice?.id ?? "" };
  }

  it("marks one read and leads to its item", async () => {
    const { officer, itemId, noticeId } = await told();
    const visit = await visitAs(officer);
    expect((await visit.get(`/notices/${noticeId}`)).location).to.equal(`/items/${itemId}`);
    expect((await noticesOf(officer))[0]?.readAt).to.not.equal(null);
    await visit.get(`/notices/${noticeId}`);
    expect(await eventsOf(noticeId)).to.deep.equal(["notices.read"]);
  });

  it("marks all read at once", async () => {
    const { officer } = await told();
    const visit = await visitAs(officer);
    expect((await visit.post("/notices/reading")).location).to.equal("/notices");
    expect((await noticesOf(officer))[0]?.readAt).to.not.equal(null);
    expect(await eventsOf(officer.postId)).to.include("notices.all-read");
  });

  it("shows nobody what another post was told", async () => {
    const { noticeId } = await told();
    const stranger = await visitAs(await anOfficer());
    expect((await stranger.get(`/notices/${noticeId}`)).status).to.equal(404);
    expect((await stranger.get("/notices")).$(".empty-title").text()).to.equal(
      "You have no notices.",
    );
    expect((await stranger.get("/notices/nonsense")).status).to.equal(422);
  });
});
