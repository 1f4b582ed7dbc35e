import { expect } from "chai";
import { Refusal } from "../../app/base/index.ts";
import { approveDraft, changeDraft, dropDraft, findDraft } from "../../app/drafting/index.ts";
import { contentsOf, putInFile } from "../../app/files/index.ts";
import { discardItem, parkItem, sendItem, sendSeveral } from "../../app/movement/index.ts";
import { anOfficer, itemNow, type AnOfficer } from "../support/builders.ts";
import { aDraft, aSignatory, aWrittenLetter } from "../support/draft-builders.ts";
import { aFile } from "../support/file-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

const rounds = 25;

/** Whether it succeeded; a refusal is a no, anything else, such as a deadlock, is a defect. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refusal) {
      return false;
    }
    throw error;
  }
}

describe("Two verbs on one paper", function () {
  unsandboxed();
  this.timeout(120_000);
  let clerk: AnOfficer;
  let other: AnOfficer;

  before(async () => {
    clerk = await aSignatory();
    other = await anOfficer();
  });

  it("either puts a letter in a file or sends, parks or discards one of the two", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [file, { item }] = [await aFile(clerk), await aReceipt(clerk)];
      const rivals = [
        () => sendItem(clerk, { itemId: item.id, toPostId: other.postId }),
        () => parkItem(clerk, { itemId: file.id, parkedUntil: "2030-01-01" }),
        () => discardItem(clerk, { itemId: file.id }),
        () => discardItem(clerk, { itemId: item.id }),
      ];
      const rival = rivals[round % rivals.length] ?? (() => Promise.resolve());
      const outcomes = await Promise.all([
        succeeds(putInFile(clerk, { receiptId: item.id, fileId: file.id })),
        succeeds(rival()),
      ]);
      const [fileNow, receiptNow] = [await itemNow(file.id), await itemNow(item.id)];
      const isInside = receiptNow["parent_id"] === file.id;
      expect(isInside, `round ${round}`).to.equal(outcomes[0]);
      expect(await contentsOf(file.id)).to.have.length(isInside ? 1 : 0);
      expect(isInside && fileNow["state"] === "deleted", `round ${round}`).to.equal(false);
    }
  });

  it("never waits in a ring when a batch and a filing want the same two", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const receipt = await aReceipt(clerk);
      const file = await aFile(clerk, { nature: "physical" });
      const itemIds = [file.id, receipt.item.id];
      await Promise.all([
        succeeds(putInFile(clerk, { receiptId: receipt.item.id, fileId: file.id })),
        succeeds(sendSeveral(clerk, { itemIds, toPostId: other.postId })),
      ]);
    }
  });

  it("never approves what is changed or dropped in the same moment", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const draft = await aDraft(clerk);
      const { id, version } = draft;
      const letter = { ...aWrittenLetter(clerk), id, version, subject: `विषय ${round}` };
      const rival =
        round % 2 === 0 ? changeDraft(clerk, letter) : dropDraft(clerk, { id, reason: "x" });
      await Promise.all([succeeds(approveDraft(clerk, { id, version })), succeeds(rival)]);
      const { draft: now } = await findDraft(clerk, id);
      expect(now.approvedVersion === null || now.approvedVersion === now.version).to.equal(true);
    }
  });
});
