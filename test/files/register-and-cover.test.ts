import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aFile } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

interface Register {
  readonly lines: readonly { readonly id: string; readonly number: string }[];
  readonly before?: string;
}

describe("The register of files and their covers", () => {
  sandboxed();

  it("lists what one may see, fifty at a time, without gap or repeat", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const ids: string[] = [];
    for (let index = 0; index < 53; index += 1) {
      ids.push((await aFile(clerk)).id);
    }
    const program = await programOf(clerk);
    const first = (await program.get("/files")).json() as Register;
    const second = (await program.get(`/files?before=${first.before}`)).json() as Register;
    expect(first.lines).to.have.length(50);
    expect([...first.lines, ...second.lines].map(({ id }) => id)).to.deep.equal(ids.toReversed());
    expect(second.before).to.equal(undefined);
  });

  it("filters by words, state, category, year and desk, in the address", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const officer = await anOfficer();
    const land = await aFile(clerk, { subject: "भू-अर्जन सेजबहार" });
    const chairs = await aFile(clerk, { subject: "Chairs 100%", mainCategory: "purchase" });
    await sendItem(clerk, { itemId: land.id, toPostId: officer.postId });
    const program = await programOf(clerk);
    const found = async (query: string) =>
      ((await program.get(`/files?${query}`)).json() as Register).lines.map(({ id }) => id);
    expect(await found(`q=${encodeURIComponent("सेजबहार")}`)).to.deep.equal([land.id]);
    expect(await found(`q=${encodeURIComponent("100%")}`)).to.deep.equal([chairs.id]);
    expect(await found("state=moving")).to.deep.equal([land.id]);
    expect(await found("category=purchase")).to.deep.equal([chairs.id]);
    expect(await found("where=here")).to.deep.equal([chairs.id]);
    expect(await found("year=1999")).to.deep.equal([]);
    const page = await (await visitAs(clerk)).get("/files?state=moving&q=");
    expect(page.$(".register tbody tr")).to.have.length(1);
    expect((await program.get("/files?state=lost")).status).to.equal(422);
  });

  it("shows nobody else's files, and confidential ones not even to who covers the section", async () => {
    const unit = await aUnit();
    const clerk = await anOfficer({ unit, roles: ["dealing-hand"] });
    const head = await anOfficer({ unit, roles: ["section-officer"] });
    const open = await aFile(clerk);
    await aFile(clerk, { classification: "confidential" });
    const seenBy = async (officer: typeof clerk) =>
      ((await (await programOf(officer)).get("/files")).json() as Register).lines.map(
        ({ id }) => id,
      );
    expect(await seenBy(await anOfficer({ roles: ["officer"] }))).to.deep.equal([]);
    expect(await seenBy(head)).to.deep.equal([open.id]);
    expect(await seenBy(clerk)).to.have.length(2);
  });

  it("gives the register as a sheet in which no cell is a formula", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    await aFile(clerk, { subject: '=HYPERLINK("http://x")' });
    const sheet = await (await visitAs(clerk)).get("/files/register.csv");
    expect(sheet.headers.get("content-type")).to.include("text/csv");
    expect(sheet.text).to.include(`"'=HYPERLINK(""http://x"")"`);
    expect(sheet.text.split("\r\n")[0]).to.include("File number,Computer number,Subject");
  });

  it("changes the cover on the holder's desk and keeps what it said in the event", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const file = await aFile(clerk);
    const visit = await visitAs(clerk);
    const form = await visit.get(`/files/${file.id}/cover/edit`);
    expect(form.$("textarea[name=subject]").text().trim()).to.equal(file.subject);
    const changed = await visit.post(`/files/${file.id}/cover/edit`, {
      subject: "नया विषय",
      mainCategory: "court",
      language: "en",
    });
    expect(changed.status).to.equal(303);
    const cover = await visit.get(`/files/${file.id}/cover`);
    expect(cover.$("h1").text()).to.equal("नया विषय");
    expect(cover.$(".definitions").text()).to.include("Court case");
    expect(await eventsOf(file.id)).to.include("file.cover-changed");
  });

  it("refuses a change from elsewhere, and shows the cover to nobody who may not see the file", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const officer = await anOfficer();
    const file = await aFile(clerk);
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    const visit = await visitAs(clerk);
    const late = await visit.post(`/files/${file.id}/cover/edit`, {
      subject: "बाद में",
      mainCategory: "court",
    });
    expect(late.status).to.equal(409);
    expect(late.$("textarea[name=subject]").text().trim()).to.equal("बाद में");
    expect((await visit.get(`/files/${file.id}/cover`)).status).to.equal(200);
    const stranger = await visitAs(await anOfficer({ roles: ["administrator"] }));
    expect((await stranger.get(`/files/${file.id}/cover`)).status).to.equal(404);
  });
});
