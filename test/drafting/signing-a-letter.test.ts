import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import { readStored, rows, row, withStoredFile } from "../../app/base/index.ts";
import { pdfText } from "../../app/documents/index.ts";
import { changeDraft, signDraft } from "../../app/drafting/index.ts";
import { contentsOf } from "../../app/files/index.ts";
import { closeItem, sendItem } from "../../app/movement/index.ts";
import { verifySigned } from "../../app/signing/index.ts";
import { anOfficer, aPost } from "../support/builders.ts";
import {
  aDraft,
  anApprovedDraft,
  aParameter,
  aSignatory,
  aWrittenLetter,
} from "../support/draft-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

const letterOf = (draftId: string) =>
  row<{ id: string; number: string; sha256: string; serial: number; signing: string }>(
    `select id, number, document_sha256 as sha256, serial, signing from letters where draft_id = $draftId`,
    { draftId },
  );

describe("Signing a letter", () => {
  sandboxed();

  it("numbers it, signs it, and puts it in the file's correspondence", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    const issued = await signDraft(officer, draft);
    expect(issued.number).to.match(/^1\/2026\//);
    const letter = await letterOf(draft.id);
    expect(letter).to.include({ id: issued.letterId, serial: 1, signing: "certificate" });
    const [paper] = await contentsOf(draft.itemId);
    expect(paper).to.include({ direction: "out", letterId: issued.letterId, serial: 1 });
    expect(await eventsOf(draft.id)).to.deep.equal(["draft.created", "draft.approved"]);
    expect(await eventsOf(issued.letterId)).to.deep.equal(["letter.issued"]);
  });

  it("gives a PDF whose signature holds and whose text reads in order", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    const { number } = await signDraft(officer, draft);
    const sha256 = (await letterOf(draft.id))?.sha256 ?? "";
    const [report] = await verifySigned(sha256);
    expect(report).to.deep.include({ status: "valid", coversWholeFile: true });
    expect(report?.signer?.designation).to.equal("Under Secretary");
    const text = await withStoredFile(sha256, pdfText);
    expect(text).to.include(number);
    expect(text).to.include("सामान्य प्रशासन विभाग");
    expect(text.replace(/\s+/g, " ")).to.include("मुआवजा वितरण किया जाए");
    expect(await buffer(readStored(sha256))).to.have.length.greaterThan(1000);
  });

  it("is refused before the draft is approved, and after it was changed", async () => {
    const officer = await aSignatory();
    const draft = await aDraft(officer);
    expect(await refusalOf(signDraft(officer, draft))).to.equal("conflict");
    const approved = await anApprovedDraft(officer);
    const changed = await changeDraft(officer, {
      ...aWrittenLetter(officer),
      id: approved.id,
      version: 1,
      subject: "अन्य विषय",
    });
    expect(await refusalOf(signDraft(officer, changed))).to.equal("conflict");
    expect(await letterOf(approved.id)).to.equal(undefined);
  });

  it("happens once, however often it is asked for", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    await signDraft(officer, draft);
    const refusal = await refused(signDraft(officer, draft));
    expect(refusal.message).to.match(/issued/);
    const letters = await rows("select from letters where draft_id = $id", { id: draft.id });
    expect(letters).to.have.length(1);
  });

  it("gives numbers without gap, whatever is refused between", async () => {
    const officer = await aSignatory();
    const serials: (number | undefined)[] = [];
    for (let count = 0; count < 3; count += 1) {
      const draft = await anApprovedDraft(officer);
      await refusalOf(signDraft(officer, { ...draft, version: 7 }));
      await signDraft(officer, draft);
      serials.push((await letterOf(draft.id))?.serial);
    }
    expect(serials).to.deep.equal([1, 2, 3]);
  });

  it("is refused to whoever is neither the signatory nor above him", async () => {
    const officer = await aSignatory();
    const other = await anOfficer({ roles: ["signatory"] });
    const draft = await anApprovedDraft(officer, { signatoryPostId: other.postId });
    expect(await refusalOf(signDraft(officer, draft))).to.equal("conflict");
  });

  it("is allowed to a superior, who then stands under it", async () => {
    const superior = await aSignatory({ rank: 7 });
    const below = await aPost({ reportsTo: superior.postId, rank: 8 });
    const draft = await anApprovedDraft(superior, { signatoryPostId: below.id });
    const { letterId } = await signDraft(superior, draft);
    expect(
      await row(`select signatory_post_id as post from letters where id = $letterId`, { letterId }),
    ).to.deep.equal({ post: superior.postId });
  });

  it("is refused without the right, and to one who does not hold the file", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    const unentitled = { ...officer, roles: new Set(["officer"]), permissions: new Set<string>() };
    expect(await refusalOf(signDraft(unentitled, draft))).to.equal("forbidden");
    const receiver = await aSignatory();
    await sendItem(officer, { itemId: draft.itemId, toPostId: receiver.postId });
    expect(await refusalOf(signDraft(officer, draft))).to.equal("conflict");
    expect(await refusalOf(signDraft(await anOfficer(), draft))).to.equal("not-found");
  });

  it("needs the rank that orders in the Governor's name need", async () => {
    const low = await aSignatory({ rank: 10 });
    const order = { form: "order", inGovernorsName: true } as const;
    expect(await refusalOf(anApprovedDraft(low, order))).to.equal("invalid");
    await aParameter("drafting.floor-rank", { rank: 10 });
    const draft = await anApprovedDraft(low, order);
    expect((await signDraft(low, draft)).number).to.match(/^1\//);
  });

  it("keeps what it stands on open until it is out", async () => {
    const officer = await aSignatory();
    const { item } = await aReceipt(officer);
    const draft = await anApprovedDraft(officer, { itemId: item.id });
    const closing = { itemId: item.id, remarks: "पूर्ण" };
    expect(await refusalOf(closeItem(officer, closing))).to.equal("conflict");
    await signDraft(officer, draft);
    await closeItem(officer, closing);
  });
});
