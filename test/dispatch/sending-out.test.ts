import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import {
  dispatchLetter,
  dispatchesOf,
  handToRegistry,
  markDelivered,
  markReturned,
  outwardRegister,
  registryQueue,
  sendAgain,
  type Dispatch,
} from "../../app/dispatch/index.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { aDepartment, anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

/** An issued letter with two addressees and a copy, in a department with a registry. */
async function anIssuedLetter() {
  const { department, section } = await aDepartment();
  const officer = await aSignatory({ unit: section });
  const registry = await anOfficer({
    unit: await aUnit({ parent: department }),
    roles: ["registry"],
  });
  const to = "कलेक्टर\nजिला रायपुर\n\nकलेक्टर\nजिला दुर्ग";
  const { letterId } = await signDraft(officer, await anApprovedDraft(officer, { to }));
  return { officer, registry, letterId, dispatches: await dispatchesOf(letterId) };
}

const first = ([dispatch]: readonly Dispatch[]): Dispatch => {
  if (!dispatch) {
    throw new Error("The letter has no addressee");
  }
  return dispatch;
};

describe("Sending a letter out", () => {
  sandboxed();

  it("waits for each addressee and each copy", async () => {
    const { dispatches } = await anIssuedLetter();
    expect(
      dispatches.map(({ kind, name, address, state }) => [kind, name, address, state]),
    ).to.deep.equal([
      ["to", "कलेक्टर", "जिला रायपुर", "waiting"],
      ["to", "कलेक्टर", "जिला दुर्ग", "waiting"],
      ["copy", "संभागायुक्त, रायपुर", "", "waiting"],
    ]);
  });

  it("takes outward numbers without gap and keeps way, weight and postage", async () => {
    const { officer, dispatches } = await anIssuedLetter();
    const numbers: string[] = [];
    for (const { id } of dispatches) {
      const made = await dispatchLetter(officer, {
        id,
        mode: "speed_post",
        trackingNumber: "EC123456789IN",
        weightGrams: 40,
        charge: 41.5,
      });
      numbers.push(made.outwardNumber.split("/")[0] ?? "");
    }
    expect(numbers).to.deep.equal(["1", "2", "3"]);
    const [line] = await outwardRegister(officer, {});
    expect(line).to.include({
      mode: "speed_post",
      weightGrams: 40,
      chargePaise: 4150,
      state: "dispatched",
    });
    expect(await eventsOf(line?.id ?? "")).to.deep.equal(["dispatch.made"]);
  });

  it("is entered once", async () => {
    const { officer, dispatches } = await anIssuedLetter();
    const { id } = first(dispatches);
    await dispatchLetter(officer, { id, mode: "by_hand" });
    expect(await refusalOf(dispatchLetter(officer, { id, mode: "by_hand" }))).to.equal("conflict");
  });

  it("is delivered, or comes back with a reason and goes out again under a new number", async () => {
    const { officer, dispatches } = await anIssuedLetter();
    const { id, letterId } = first(dispatches);
    expect(await refusalOf(markDelivered(officer, { id }))).to.equal("conflict");
    await dispatchLetter(officer, { id, mode: "registered_ad" });
    await markReturned(officer, { id, returnReason: "पते पर नहीं मिले" });
    const again = await sendAgain(officer, id);
    expect(await refusalOf(sendAgain(officer, id))).to.equal("conflict");
    const { outwardNumber } = await dispatchLetter(officer, { id: again.id, mode: "speed_post" });
    expect(outwardNumber).to.match(/^2\//);
    await markDelivered(officer, { id: again.id });
    const after = await dispatchesOf(letterId);
    expect(after.map(({ state }) => state)).to.deep.equal([
      "returned",
      "waiting",
      "delivered",
      "waiting",
    ]);
    expect(await eventsOf(again.id)).to.deep.equal([
      "dispatch.put-up-again",
      "dispatch.made",
      "dispatch.delivered",
    ]);
  });

  it("refuses days to come and days before it left, by the field", async () => {
    const { officer, dispatches } = await anIssuedLetter();
    const { id } = first(dispatches);
    await dispatchLetter(officer, { id, mode: "by_hand" });
    for (const deliveredOn of ["2126-01-01", "2020-01-01"]) {
      const refusal = await refused(markDelivered(officer, { id, deliveredOn }));
      expect(refusal.fields.map(({ field }) => field)).to.deep.equal(["deliveredOn"]);
    }
  });

  it("may be left to the registry of the office, which alone sends it then", async () => {
    const { officer, registry, dispatches } = await anIssuedLetter();
    const { id } = first(dispatches);
    expect(await refusalOf(dispatchLetter(registry, { id, mode: "by_hand" }))).to.equal(
      "not-found",
    );
    await handToRegistry(officer, [id]);
    expect((await registryQueue(registry)).map((line) => line.id)).to.deep.equal([id]);
    expect(await refusalOf(dispatchLetter(officer, { id, mode: "by_hand" }))).to.equal("conflict");
    await dispatchLetter(registry, { id, mode: "ordinary_post" });
    expect(await registryQueue(registry)).to.deep.equal([]);
    const numbered = await row<{ unit: string }>(
      "select outward_unit_id as unit from dispatches where id = $id",
      { id },
    );
    expect(numbered?.unit).to.equal(registry.unitId);
    expect(await eventsOf(id)).to.deep.equal(["dispatch.handed-to-registry", "dispatch.made"]);
  });

  it("does not exist for strangers, nor for the registry of another office", async () => {
    const { officer, dispatches } = await anIssuedLetter();
    const { id } = first(dispatches);
    await handToRegistry(officer, [id]);
    const { section } = await aDepartment();
    const other = await anOfficer({ unit: section, roles: ["registry"] });
    expect(await refusalOf(dispatchLetter(other, { id, mode: "by_hand" }))).to.equal("not-found");
    expect(await registryQueue(other)).to.deep.equal([]);
    expect(await refusalOf(markDelivered(await anOfficer(), { id }))).to.equal("not-found");
  });
});
