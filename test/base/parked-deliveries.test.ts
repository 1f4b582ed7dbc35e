import { expect } from "chai";
import {
  listParked,
  onEvent,
  record,
  retryParked,
  rows,
  transaction,
} from "../../app/base/index.ts";
import { execute } from "../../app/base/database.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const [one, other] = ["test.parked-one", "test.parked-other"] as const;
onEvent("test.parked", one, async () => undefined);
onEvent("test.parked", other, async () => undefined);

describe("Deliveries that were given up", () => {
  sandboxed();

  /** An event owed to both listeners, and to one that no release here knows; nobody tries any of them again. */
  async function givenUp(): Promise<string> {
    const officer = await anOfficer();
    const { id } = await aUnit();
    const eventId = await transaction(() =>
      record(officer, "test.parked", { subject: { type: "unit", id } }),
    );
    await execute("insert into deliveries (event_id, job) values ($eventId, 'test.of-another')", {
      eventId,
    });
    await execute(
      "update deliveries set due_at = 'infinity', attempts = 12 where event_id = $eventId",
      { eventId },
    );
    return eventId;
  }

  const ours = async () => (await listParked()).filter(({ job }) => job.startsWith("test."));

  const standing = (eventId: string) =>
    rows<{ job: string; attempts: number; isDue: boolean }>(
      `select job, attempts, due_at <= clock_timestamp() as "isDue" from deliveries
       where event_id = $eventId order by job`,
      { eventId },
    );

  const told = () =>
    rows<{ detail: object }>(
      `select detail from events where action = 'service.deliveries-retried' order by id`,
    );

  it("are listed by listener, with what nothing here listens to", async () => {
    await givenUp();
    await givenUp();
    const listed = await ours();
    expect(listed.map(({ job, count, isKnown }) => [job, count, isKnown])).to.deep.equal([
      ["test.of-another", 2, false],
      [one, 2, true],
      [other, 2, true],
    ]);
    expect(listed[0]?.since).to.be.instanceOf(Date);
  });

  it("are tried anew at once, of one listener only, and that is recorded", async () => {
    const eventId = await givenUp();
    expect(await retryParked(one)).to.equal(1);
    expect(await standing(eventId)).to.deep.equal([
      { job: "test.of-another", attempts: 12, isDue: false },
      { job: one, attempts: 0, isDue: true },
      { job: other, attempts: 12, isDue: false },
    ]);
    expect((await told()).at(-1)?.detail).to.deep.equal({ job: one, count: 1 });
  });

  it("are all tried anew but those in vain; a second time there is nothing to do", async () => {
    const eventId = await givenUp();
    const before = (await told()).length;
    expect(await retryParked()).to.equal(2);
    expect((await standing(eventId)).map(({ isDue }) => isDue)).to.deep.equal([false, true, true]);
    expect((await ours()).map(({ job }) => job)).to.deep.equal(["test.of-another"]);
    expect(await retryParked()).to.equal(0);
    expect(await retryParked("test.of-another")).to.equal(0);
    expect(await retryParked("test.never-heard-of")).to.equal(0);
    expect((await told()).length).to.equal(before + 2);
  });
});
