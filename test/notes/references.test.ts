import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { addressOf, backlinksTo, relatedFiles, saveDraft } from "../../app/notes/index.ts";
import { anOfficer } from "../support/builders.ts";
import { refused } from "../support/expectations.ts";
import { aFile, aNoteSent, aPaperIn, written } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

interface Offered {
  readonly references: readonly {
    readonly kind: string;
    readonly target: string;
    readonly label: string;
  }[];
}

describe("References of notes", () => {
  sandboxed();

  async function aFileWithPapers() {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const officer = await anOfficer();
    const file = await aFile(clerk);
    await aPaperIn(clerk, { fileId: file.id, pages: 3, subject: "वित्त विभाग का अभिमत" });
    await aNoteSent(clerk, {
      fileId: file.id,
      to: officer,
      text: "देखें",
      references: [{ kind: "page", target: "2", label: "पृ. 2/प." }],
    });
    return { clerk, officer, file };
  }

  it("link both ways: the page and the paragraph know who cites them", async () => {
    const { clerk, file, officer } = await aFileWithPapers();
    await aNoteSent(officer, {
      fileId: file.id,
      to: clerk,
      text: "सहमत",
      references: [{ kind: "paragraph", target: "1", label: "कंडिका 1" }],
    });
    const visit = await visitAs(clerk);
    const { $ } = await visit.get(`/files/${file.id}`);
    expect($(".note a.reference-page").attr("href")).to.equal(`/files/${file.id}?page=2#paper`);
    expect($(".paper-foot .cited-in a").attr("href")).to.include("#paragraph-1");
    expect($("#paragraph-1 .cited-in a").attr("href")).to.equal(
      `/files/${file.id}?paragraph=2#paragraph-2`,
    );
    const links = await backlinksTo(clerk, file.id);
    expect(
      links.map(({ targetPage, targetParagraph }) => [targetPage, targetParagraph]),
    ).to.deep.equal([
      [2, null],
      [null, 1],
    ]);
  });

  it("tie files together, and show the other end only to those who may see it", async () => {
    const { clerk, file, officer } = await aFileWithPapers();
    await sendItem(officer, { itemId: file.id, toPostId: clerk.postId });
    const other = await aFile(clerk, { classification: "confidential" });
    const third = await anOfficer();
    await aNoteSent(clerk, {
      fileId: other.id,
      to: third,
      text: "संबंधित",
      references: [
        { kind: "file", target: file.id, label: file.number },
        { kind: "paragraph", target: `${file.id}:1`, label: "कंडिका 1" },
      ],
    });
    expect(
      (await relatedFiles(clerk, file.id)).map(({ cites, id, isCited }) => [id, isCited, cites]),
    ).to.deep.equal([[other.id, false, true]]);
    expect((await relatedFiles(third, other.id)).map(({ id }) => id)).to.deep.equal([]);
    expect(await relatedFiles(officer, file.id)).to.deep.equal([]);
    const page = await (await visitAs(officer)).get(`/files/${file.id}`);
    expect(page.text).not.to.include(other.number);
    const details = await (await visitAs(clerk)).get(`/files/${file.id}?tab=details`);
    expect(details.$(".file-links").text()).to.include("It cites this file");
  });

  it("must point at what exists and may be seen", async () => {
    const { file, officer } = await aFileWithPapers();
    const hidden = await aFile(await anOfficer({ roles: ["dealing-hand"] }));
    const to = await anOfficer();
    for (const reference of [
      { kind: "page", target: "4", label: "x" },
      { kind: "page", target: "0", label: "x" },
      { kind: "page", target: "javascript:alert(1)", label: "x" },
      { kind: "paragraph", target: "2", label: "x" },
      { kind: "paragraph", target: `${hidden.id}:1`, label: "x" },
      { kind: "file", target: hidden.id, label: "x" },
      { kind: "file", target: "12", label: "x" },
    ] as const) {
      const stored = await programOf(officer);
      await stored.remove(`/files/${file.id}/draft-note`);
      await saveDraft(officer, { fileId: file.id, body: written("देखें", reference), revision: 0 });
      const refusal = await refused(sendItem(officer, { itemId: file.id, toPostId: to.postId }));
      expect(refusal.fields[0]?.field, JSON.stringify(reference)).to.equal("body");
    }
  });

  it("lead nowhere when their target is in no form we know", () => {
    const own = "01900000-0000-7000-8000-000000000000";
    expect(addressOf({ kind: "page", target: "12", label: "" }, own)).to.equal(
      `/files/${own}?page=12#paper`,
    );
    expect(addressOf({ kind: "file", target: "javascript:alert(1)", label: "" }, own)).to.equal(
      undefined,
    );
    expect(addressOf({ kind: "paragraph", target: "../../x", label: "" }, own)).to.equal(undefined);
  });

  it("are offered by page, paragraph and other file, in either script", async () => {
    const { clerk, file } = await aFileWithPapers();
    const other = await aFile(clerk, { freeNumber: "एफ 99-7/2026", subject: "Repairs" });
    const program = await programOf(clerk);
    const offered = async (q: string) =>
      (
        (
          await program.get(`/files/${file.id}/references?q=${encodeURIComponent(q)}`)
        ).json() as Offered
      ).references;
    expect((await offered("")).map(({ kind }) => kind)).to.have.members(["page", "paragraph"]);
    expect((await offered("p 3"))[0]).to.include({ kind: "page", target: "3" });
    expect((await offered("३"))[0]).to.include({ kind: "page", target: "3" });
    expect((await offered("वित्त"))[0]).to.include({ kind: "page", target: "1" });
    expect((await offered("99-7")).find(({ kind }) => kind === "file")).to.include({
      target: other.id,
    });
    const stranger = await programOf(await anOfficer());
    expect((await stranger.get(`/files/${file.id}/references?q=1`)).status).to.equal(404);
  });
});
