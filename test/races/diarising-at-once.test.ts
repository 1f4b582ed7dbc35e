import { expect } from "chai";
import { rows, transaction } from "../../app/base/index.ts";
import { registerReceipt } from "../../app/receipts/index.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { aLetter } from "../support/receipt-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

const clerks = 50;

describe("Fifty clerks of one section diarise at once", () => {
  unsandboxed();

  it("and the numbers have no gap and no repeat, though some letters fail", async function () {
    this.timeout(60_000);
    const unit = await aUnit();
    const hands = await Promise.all(Array.from({ length: clerks }, () => anOfficer({ unit })));
    const outcomes = await Promise.allSettled(
      hands.map((clerk, index) =>
        transaction(async () => {
          const { number } = await registerReceipt(clerk, aLetter());
          if (index % 10 === 3) {
            throw new Error("The line went dead after the number was given");
          }
          return number;
        }),
      ),
    );
    const kept = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(kept).to.equal(clerks - clerks / 10);
    const serials = await rows<{ serial: number }>(
      "select diary_serial as serial from receipts where diary_unit_id = $id order by diary_serial",
      { id: unit.id },
    );
    expect(serials.map(({ serial }) => serial)).to.deep.equal(
      Array.from({ length: kept }, (_, index) => index + 1),
    );
  });
});
