import { expect } from "chai";
import { v7 as newId } from "uuid";
import { closeItem, parkItem, sendItem } from "../../app/movement/index.ts";
import { execute, insert } from "../../app/base/index.ts";
import { anEmployee, anItem, anOfficer, aPost, aUnit, itemNow } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("The form to send", () => {
  sandboxed();

  it("sends and says where it went", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer({ nameEn: "Anita Sahu" })];
    const item = await anItem(clerk, { kind: "receipt" });
    const visit = await visitAs(clerk);
    const values = { toPostId: officer.postId, actionAsked: "approval", dueOn: "2099-03-31" };
    const sent = await visit.post(`/items/${item.id}/movements`, values);
    expect(sent.location).to.equal("/tray");
    expect(await itemNow(item.id)).to.include({
      holder_post_id: officer.postId,
      action_asked: "approval",
      due_on: "2099-03-31",
    });
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
    expect((await visit.get("/tray")).text).to.contain(
      `${item.number} was sent to Section Officer`,
    );
  });

  it("keeps what was typed and names what is wrong beside its field", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { kind: "receipt" });
    const visit = await visitAs(clerk);
    const wrong: Readonly<Record<string, Record<string, string>>> = {
      toPostId: { toPostId: "" },
      "toPostId ": { toPostId: clerk.postId },
      "toPostId  ": { toPostId: newId() },
      dueOn: { toPostId: (await aPost()).id, dueOn: "2020-01-01" },
      "dueOn ": { toPostId: (await aPost()).id, dueOn: "tomorrow" },
      remarks: { toPostId: (await aPost()).id, remarks: "x".repeat(1001) },
      actionAsked: { toPostId: (await aPost()).id, actionAsked: "dance" },
      priority: { toPostId: (await aPost()).id, priority: "very" },
      copyPostIds: { toPostId: (await aPost()).id, copyPostIds: newId() },
    };
    for (const [field, values] of Object.entries(wrong)) {
      const shown = await visit.post(`/items/${item.id}/movements`, {
        remarks: "कृपया देखें",
        ...values,
      });
      expect(shown.status, field).to.equal(422);
      expect(shown.$(`.field-wrong [name$="${field.trim()}"]`).length, field).to.be.greaterThan(0);
      if (field !== "remarks") {
        expect(shown.$("[name=remarks]").text()).to.equal("कृपया देखें");
      }
    }
    expect(await eventsOf(item.id)).to.deep.equal(["item.created"]);
  });

  it("refuses what is parked, closed or gone with a sentence, and invisible things as unknown", async () => {
    const [clerk, officer, stranger] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const parked = await anItem(clerk, { kind: "receipt" });
    await parkItem(clerk, { itemId: parked.id, parkedUntil: "2099-01-01" });
    const closed = await anItem(clerk, { kind: "receipt" });
    await closeItem(clerk, { itemId: closed.id, remarks: "done" });
    const gone = await anItem(clerk, { kind: "receipt" });
    await sendItem(clerk, { itemId: gone.id, toPostId: officer.postId });
    const values = { toPostId: officer.postId };
    const visit = await visitAs(clerk);
    for (const [item, sentence] of [
      [parked, "is parked. Take it up again before you send it."],
      [closed, "is closed. Reopen it before you send it."],
      [gone, "is not on your desk any more."],
    ] as const) {
      const shown = await visit.post(`/items/${item.id}/movements`, values);
      expect(shown.status).to.equal(409);
      expect(shown.text).to.contain(`${item.number} ${sentence}`);
      expect((await visit.get(`/items/${item.id}/movements/new`)).text).to.contain(sentence);
    }
    const elsewhere = await visitAs(stranger);
    expect((await elsewhere.get(`/items/${gone.id}/movements/new`)).status).to.equal(404);
    expect((await elsewhere.post(`/items/${gone.id}/movements`, values)).status).to.equal(404);
  });

  it("answers a double click, and the back button, as the first time", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { kind: "receipt" });
    const visit = await visitAs(clerk);
    const values = { toPostId: officer.postId, _once: "0192f0c8-2f64-7a53-8f3e-0d6d8a1f7b11" };
    for (const _ of [1, 2]) {
      const sent = await visit.post(`/items/${item.id}/movements`, values);
      expect([sent.status, sent.location]).to.deep.equal([303, "/tray"]);
    }
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
  });

  it("warns after sending to a vacant post", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { kind: "receipt" });
    const vacant = await aPost({ nameEn: "Under Secretary" });
    const visit = await visitAs(clerk);
    await visit.post(`/items/${item.id}/movements`, { toPostId: vacant.id });
    expect((await visit.get("/tray")).text).to.contain(
      `Nobody holds Under Secretary today: ${item.number} waits there.`,
    );
  });

  it("offers the sender first, chosen where one replies, then whom one reports to", async () => {
    const chief = await anOfficer({ nameEn: "Chief" });
    const [clerk, officer] = [
      await anOfficer({ nameEn: "Clerk" }),
      await anOfficer({ reportsTo: chief.postId }),
    ];
    const item = await anItem(clerk, { kind: "receipt" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    const visit = await visitAs(officer);
    const { $ } = await visit.get(`/items/${item.id}/movements/new?reply=true`);
    expect($("select[name=toPostId] option[selected]").attr("value")).to.equal(clerk.postId);
    const chips = $(".chip")
      .toArray()
      .map((chip) => $(chip).attr("data-value"));
    expect(chips).to.deep.equal([clerk.postId, chief.postId]);
    await visit.post(`/items/${item.id}/movements`, { toPostId: clerk.postId, reply: "true" });
    expect(await eventsOf(item.id)).to.include("item.replied");
  });

  it("finds a post without script, and keeps the rest of the form", async () => {
    const clerk = await anOfficer();
    const unit = await aUnit({ nameEn: "Forest", nameHi: "वन विभाग" });
    const ranger = await anOfficer({ post: await aPost({ unit, nameEn: "Ranger" }) });
    const item = await anItem(clerk, { kind: "receipt" });
    const shown = await (
      await visitAs(clerk)
    ).post(`/items/${item.id}/movements`, {
      _find: "toPostId",
      _text_toPostId: "वन विभाग",
      remarks: "कृपया देखें",
    });
    expect(shown.$(`select[name=toPostId] option[value="${ranger.postId}"]`)).to.have.length(1);
    expect(shown.$("[name=remarks]").text()).to.equal("कृपया देखें");
  });

  it("tells a program what a browser is shown in sentences", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { kind: "receipt" });
    const vacant = await aPost();
    const program = await programOf(clerk);
    const refused = await program.post(`/items/${item.id}/movements`, { toPostId: clerk.postId });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain("toPostId");
    const sent = await program.post(`/items/${item.id}/movements`, { toPostId: vacant.id });
    expect(sent.json()).to.include({ toVacantPost: true });
  });
});

describe("The lookup of posts", () => {
  sandboxed();

  interface Option {
    readonly id: string;
    readonly label: string;
    readonly detail: string;
    readonly warning?: string;
  }

  it("finds by name, section and holder in either script, and says how much lies there", async () => {
    const unit = await aUnit({ nameEn: "Zamindari Cell", nameHi: "ज़मींदारी कक्ष" });
    const post = await aPost({ unit, nameEn: "Tahsildar", nameHi: "तहसीलदार" });
    const officer = await anOfficer({ post, nameEn: "Zulfiqar Ali", nameHi: "ज़ुल्फ़िक़ार अली" });
    await anItem(officer);
    const program = await programOf(officer);
    for (const words of ["Zamindari", "ज़मींदारी", "zulfiqar", "ज़ुल्फ़िक़ार", "tahsildar Zulf"]) {
      const { options } = (
        await program.get(`/posts/lookup?q=${encodeURIComponent(words)}`)
      ).json() as {
        options: Option[];
      };
      expect(
        options.map(({ id }) => id),
        words,
      ).to.deep.equal([post.id]);
    }
    const { $ } = await (await visitAs(officer)).get("/posts/lookup?q=Zamindari");
    expect($("[role=option]").attr("data-value")).to.equal(post.id);
    expect($("[role=option]").text())
      .to.contain("Tahsildar, Zulfiqar Ali")
      .and.contain("1 on the desk");
  });

  it("says who is away and who acts, and what is vacant", async () => {
    const unit = await aUnit({ nameEn: "Yoga Board" });
    const post = await aPost({ unit, nameEn: "Director" });
    const away = await anOfficer({ post, nameEn: "Away" });
    const { employeeId } = await anEmployee({ nameEn: "Acting" });
    await insert("charges", {
      id: newId(),
      postId: post.id,
      employeeId,
      kind: "link",
      fromOn: "2020-01-01",
    });
    const vacant = await aPost({ unit, nameEn: "Watchman" });
    const visit = await visitAs(away);
    const warnings = async (): Promise<string[]> => {
      const { $ } = await visit.get("/posts/lookup?q=Yoga");
      return $(".lookup-warning")
        .toArray()
        .map((warning) => $(warning).text());
    };
    expect(await warnings()).to.have.members([
      "Away is away; Acting acts.",
      "Vacant: it will wait there.",
    ]);
    await execute("update posts set closed_on = '2020-01-01' where id = $id", { id: vacant.id });
    expect(await warnings()).to.deep.equal(["Away is away; Acting acts."]);
  });
});
