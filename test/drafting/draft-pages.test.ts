import { expect } from "chai";
import { rows } from "../../app/base/index.ts";
import { findDraft } from "../../app/drafting/index.ts";
import { programOf, visitAs } from "../support/visit.ts";
import { aDraft, aFile, anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("The pages of a draft", () => {
  sandboxed();

  it("begin a draft from a file and lead to its form", async () => {
    const officer = await aSignatory();
    const file = await aFile(officer);
    const browser = await visitAs(officer);
    const form = await browser.get(`/drafts/new?itemId=${file.id}`);
    expect(form.status).to.equal(200);
    const begun = await browser.post(`/drafts?itemId=${file.id}`, {
      form: "order",
      language: "hi",
      nature: "fresh",
      subject: "<script>alert(1)</script>",
    });
    expect(begun.status).to.equal(303);
    const page = await browser.get(begun.location ?? "");
    expect(page.$("h1").text()).to.equal("<script>alert(1)</script>");
    expect(page.$('select[name="form"]').val()).to.equal("order");
    expect((await browser.get(`/items/${file.id}/drafts`)).$(".draft-list li")).to.have.length(1);
  });

  it("show a refused form again with what was typed", async () => {
    const officer = await aSignatory();
    const { id } = await aDraft(officer);
    const browser = await visitAs(officer);
    const refused = await browser.post(`/drafts/${id}`, {
      version: "1",
      form: "letter",
      language: "hi",
      to: "कलेक्टर",
      subject: "x".repeat(600),
    });
    expect(refused.status).to.equal(422);
    expect(refused.$('input[name="subject"]').val()).to.have.length(600);
    expect(refused.$("#subject-error").text()).to.match(/500/);
    expect((await findDraft(officer, id)).draft.version).to.equal(1);
  });

  it("sign once, however often the button is pressed", async () => {
    const officer = await aSignatory();
    const { id } = await anApprovedDraft(officer);
    const browser = await visitAs(officer);
    const page = await browser.get(`/drafts/${id}/signature`);
    const once = String(page.$('input[name="_once"]').first().val());
    const sign = () => browser.post(`/drafts/${id}/signature`, { version: "1", _once: once });
    const [first, second] = [await sign(), await sign()];
    expect([first.status, second.status]).to.deep.equal([303, 303]);
    expect(second.location).to.equal(first.location);
    expect(await rows("select from letters where draft_id = $id", { id })).to.have.length(1);
    const letter = await browser.get(first.location ?? "");
    expect(letter.status).to.equal(200);
    expect(letter.$("h1").text()).to.include("सेजबहार");
  });

  it("give the preview, the versions and the letter as a program reads them", async () => {
    const officer = await aSignatory();
    const { id, itemId } = await aDraft(officer);
    const program = await programOf(officer);
    const kept = await program.put(`/drafts/${id}/body`, {
      body: { type: "doc", content: [{ type: "paragraph" }] },
      revision: 0,
    });
    expect(kept.json()).to.include({ revision: 1 });
    const preview = await program.get(`/drafts/${id}/preview?version=1`);
    expect(preview.headers.get("content-type")).to.equal("application/pdf");
    expect(preview.text.slice(0, 5)).to.equal("%PDF-");
    const changed = await program.post(`/drafts/${id}`, {
      version: 1,
      form: "letter",
      language: "en",
      subject: "Compensation",
      to: [{ designation: "Collector", address: ["Raipur"] }],
      body: "Please pay.",
      signatoryPostId: officer.postId,
    });
    expect(changed.json()).to.deep.equal({ id, version: 2 });
    const versions = (await program.get(`/drafts/${id}/versions`)).json() as {
      difference: { fields: { field: string }[] };
    };
    expect(versions.difference.fields.map(({ field }) => field)).to.include.members([
      "language",
      "subject",
      "to",
    ]);
    expect((await program.get(`/items/${itemId}/drafts`)).status).to.equal(200);
  });

  it("refuse what breaks the schema of the text, and strangers", async () => {
    const officer = await aSignatory();
    const { id } = await aDraft(officer);
    const program = await programOf(officer);
    const bad = { body: { type: "doc", content: [{ type: "script" }] }, revision: 0 };
    expect((await program.put(`/drafts/${id}/body`, bad)).status).to.equal(422);
    const stranger = await programOf(await aSignatory());
    for (const path of ["", "/versions", "/preview", "/signature", "/scan", "/print"]) {
      expect((await stranger.get(`/drafts/${id}${path}`)).status, path).to.equal(404);
    }
  });
});
