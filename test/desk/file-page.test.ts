import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { change, database } from "../../app/base/index.ts";
import { parkItem, sendItem } from "../../app/movement/index.ts";
import { anOfficer, aUnit, itemNow, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aDraftNote, aFile, aLongFile, aNoteSent, aPaperIn } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

/** How many statements this work sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const options = Reflect.get(database(), "options") as {
    logging: false | ((statement: string) => void);
  };
  options.logging = (statement) => void sent.push(statement);
  try {
    await work();
  } finally {
    options.logging = false;
  }
  return sent;
}

describe("The file page", () => {
  sandboxed();

  async function aFileSent(given: Parameters<typeof aFile>[1] = {}) {
    const unit = await aUnit();
    const clerk = await anOfficer({ unit, roles: ["dealing-hand"], nameEn: "Asha Netam" });
    const officer = await anOfficer();
    const file = await aFile(clerk, given);
    await aPaperIn(clerk, { fileId: file.id, pages: 3, subject: "Collector's letter" });
    await aNoteSent(clerk, { fileId: file.id, to: officer, text: "पहला\n\nदूसरा" });
    return { unit, clerk, officer, file };
  }

  it("shows notes with numbered paragraphs and author, the docket line and the paper at its page", async () => {
    const { file, officer } = await aFileSent({ priority: "immediate", dueOn: "2030-01-15" });
    const { $ } = await (await visitAs(officer)).get(`/files/${file.id}?page=2`);
    expect($("h1").text()).to.equal(file.subject);
    expect($(".record-line").text()).to.include("Immediate").and.include("15.01.2030");
    expect($(".record-where").text()).to.match(/On your desk since .+ here 0 d/);
    expect(
      $(".numbered-number")
        .map((_, number) => $(number).text())
        .get(),
    ).to.deep.equal(["1", "2"]);
    expect($(".note-author").text()).to.include("Asha Netam").and.include("Section Officer");
    expect($(".docket").text()).to.include("S.No. 1 (Receipt), pages 1–3/c");
    expect($("iframe").attr("src")).to.match(/^\/documents\/[^#]+#page=2/);
    expect($(".page-steps").text()).to.include("Page 2/c of 3");
    expect($(".page-steps a[rel=next]").attr("href")).to.equal(`/files/${file.id}?page=3#paper`);
  });

  it("marks the file read for its holder, and for nobody else", async () => {
    const { clerk, file, officer } = await aFileSent();
    await (await visitAs(clerk)).get(`/files/${file.id}`);
    expect((await itemNow(file.id))["opened_at"]).to.equal(null);
    await (await visitAs(officer)).get(`/files/${file.id}`);
    expect((await itemNow(file.id))["opened_at"]).to.not.equal(null);
    expect(await eventsOf(file.id)).to.include("item.opened");
  });

  it("lets the holder write, the past holder read, the section officer cover, and a stranger see nothing", async () => {
    const { clerk, file, officer, unit } = await aFileSent();
    const head = await anOfficer({ unit, roles: ["section-officer"] });
    const copied = await anOfficer();
    await sendItem(officer, {
      itemId: file.id,
      toPostId: clerk.postId,
      copyPostIds: [copied.postId],
    });
    const look = async (who: AnOfficer) => {
      const { $, status } = await (await visitAs(who)).get(`/files/${file.id}`);
      return status === 200 ? ($("#draft-note").length > 0 ? "writes" : "reads") : status;
    };
    expect(await look(clerk)).to.equal("writes");
    expect(await look(officer)).to.equal("reads");
    expect(await look(head)).to.equal("reads");
    expect(await look(copied)).to.equal("reads");
    expect(await look(await anOfficer({ roles: ["secretary"] }))).to.equal(404);
    expect(await look(await anOfficer({ roles: ["administrator"] }))).to.equal(404);
    expect(await eventsOf(file.id)).to.include("item.copy-read");
  });

  it("hides a confidential file even from who covers the section", async () => {
    const { file, officer, unit } = await aFileSent({ classification: "confidential" });
    const head = await anOfficer({ unit, roles: ["section-officer"] });
    expect((await (await visitAs(head)).get(`/files/${file.id}`)).status).to.equal(404);
    const { $ } = await (await visitAs(officer)).get(`/files/${file.id}`);
    expect($(".record-line").text()).to.include("Confidential");
  });

  it("offers in the bar what the reader can do", async () => {
    const { clerk, file, officer } = await aFileSent();
    const bar = async (who: AnOfficer) => {
      const { $ } = await (await visitAs(who)).get(`/files/${file.id}`);
      return $(".action-bar").text();
    };
    expect(await bar(clerk))
      .to.include("Pull back")
      .and.not.include("Send…");
    expect(await bar(officer))
      .to.include("Send…")
      .and.include("Agree & send…")
      .and.include("Return…");
    await aDraftNote(officer, file.id, "मेरी टीप");
    expect(await bar(officer)).not.to.include("Agree & send…");
    await parkItem(officer, { itemId: file.id, parkedUntil: "2035-01-01" });
    expect(await bar(officer))
      .to.include("Take up again")
      .and.not.include("Send…");
    expect(await bar(clerk)).not.to.include("Pull back");
  });

  it("gives programs the same file as JSON", async () => {
    const { file, officer } = await aFileSent();
    const answer = (await (await programOf(officer)).get(`/files/${file.id}`)).json() as {
      file: { number: string };
      notes: readonly { paragraphTo: number }[];
      papers: readonly { pageTo: number }[];
      steps: { send: boolean };
    };
    expect(answer.file.number).to.equal(file.number);
    expect(answer.notes.map(({ paragraphTo }) => paragraphTo)).to.deep.equal([2]);
    expect(answer.papers.map(({ pageTo }) => pageTo)).to.deep.equal([3]);
    expect(answer.steps.send).to.equal(true);
  });

  it("asks the database at most eight times, whatever the size of the file", async () => {
    const { clerk, file, officer } = await aFileSent();
    const long = await aLongFile(clerk, { notes: 80, papers: 100 });
    const [first, past] = [await visitAs(officer), await visitAs(clerk)];
    await first.get(`/files/${file.id}`);
    const program = await programOf(clerk);
    const counts: Record<string, number> = {};
    for (const [name, work] of [
      ["holder", () => first.get(`/files/${file.id}`)],
      ["past holder", () => past.get(`/files/${file.id}`)],
      ["long", () => past.get(`/files/${long.id}`)],
      ["long, all", () => past.get(`/files/${long.id}?all=true`)],
      ["program", () => program.get(`/files/${long.id}`)],
      ["movement", () => first.get(`/files/${file.id}?tab=movement`)],
      ["details", () => first.get(`/files/${file.id}?tab=details`)],
    ] as const) {
      counts[name] = (await statementsOf(work)).length;
    }
    expect(Math.max(...Object.values(counts)), JSON.stringify(counts)).to.be.within(5, 8);
  });

  it("opens 80 notes and 400 pages at the end, in few bytes, and the rest with one tap", async () => {
    const officer = await anOfficer({ roles: ["officer"] });
    const file = await aLongFile(officer);
    const visit = await visitAs(officer, "hi");
    const page = await visit.get(`/files/${file.id}`);
    expect(gzipSync(page.text).length).to.be.lessThan(25_000);
    expect(page.$(".note-green").last().find(".numbered-number").last().text()).to.equal("240");
    const more = page.$(".earlier-notes a").attr("href") ?? "";
    const all = await visit.get(more);
    expect(all.$(".note-green")).to.have.length(80);
    const asked = await visit.get(`/files/${file.id}?paragraph=100`);
    expect(asked.$("#paragraph-100")).to.have.length(1);
    expect(asked.$("#paragraph-90")).to.have.length(0);
    expect(page.$("iframe")).to.have.length(1);
  });

  it("says what is wrong with an address that means nothing", async () => {
    const { file, officer } = await aFileSent();
    const visit = await visitAs(officer);
    expect((await visit.get(`/files/${file.id}?page=x`)).status).to.equal(422);
    expect((await visit.get("/files/not-an-id")).status).to.equal(422);
    const beyond = await visit.get(`/files/${file.id}?page=999`);
    expect(beyond.$(".page-steps").text()).to.include("Page 1/c of 3");
  });

  it("shows what was written as words, never as markup", async () => {
    const { clerk, file, officer } = await aFileSent();
    const words = `<script>alert(1)</script>`;
    await aNoteSent(officer, { fileId: file.id, to: clerk, text: words });
    await aDraftNote(clerk, file.id, words);
    await change("correspondence", { fileId: file.id, serial: 1 }, { title: words });
    const { $, text } = await (await visitAs(clerk)).get(`/files/${file.id}`);
    expect(text).not.to.include(words);
    expect($(".note-green").text()).to.include(words);
    expect($(".paper-title").text()).to.include(words);
  });

  it("shows the sheet whole for print, and one note alone", async () => {
    const { file, officer } = await aFileSent();
    const visit = await visitAs(officer, "hi");
    const sheet = await visit.get(`/files/${file.id}/notes`);
    expect(sheet.$(".docket").text()).to.include("पत्र क्र. 1 (आवक), पृ. 1–3/प.");
    const id = (sheet.$(".note").attr("id") ?? "").replace("note-", "");
    expect((await visit.get(`/files/${file.id}/notes/${id}`)).$(".note")).to.have.length(1);
    expect((await visit.get(`/files/${file.id}/notes/${file.id}`)).status).to.equal(404);
    const stranger = await visitAs(await anOfficer());
    expect((await stranger.get(`/files/${file.id}/notes`)).status).to.equal(404);
  });
});
