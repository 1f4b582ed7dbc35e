import { expect } from "chai";
import {
  database,
  execute,
  onEvent,
  record,
  relayDeliveries,
  row,
  transaction,
} from "../../app/base/index.ts";
import { deliver, queue, startWorking, stopWorking } from "../../app/base/jobs.ts";
import { redis } from "../../app/base/redis.ts";
import { aUnit, anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

const job = "test.listener";
let failures = 0;
let alsoDo: () => Promise<void> = async () => undefined;

/** The effect of the listener: one code more for the unit. It fails as often as it is told. */
onEvent("test.happened", job, async ({ subjectId }) => {
  await execute("update units set number = number || '!' where id = $id", { id: subjectId });
  await alsoDo();
  if (failures > 0) {
    failures -= 1;
    throw new Error("not today");
  }
});
onEvent("test.orphaned", "test.gone", async () => undefined);

async function happens(action = "test.happened"): Promise<{ eventId: string; unitId: string }> {
  const officer = await anOfficer();
  const { id: unitId } = await aUnit();
  const eventId = await transaction(() =>
    record(officer, action, { subject: { type: "unit", id: unitId } }),
  );
  return { eventId, unitId };
}

async function effects(unitId: string): Promise<number> {
  const unit = await row<{ number: string }>("select number from units where id = $unitId", {
    unitId,
  });
  return (unit?.number.length ?? 1) - 1;
}

const waiting = (eventId: string) =>
  row<{ attempts: number; wait: number; isParked: boolean }>(
    `select attempts, due_at = 'infinity' as "isParked", case when due_at < 'infinity'
       then extract(epoch from due_at - clock_timestamp())::float end as wait
     from deliveries where event_id = $eventId`,
    { eventId },
  );

describe("Delivering an event", () => {
  unsandboxed();
  beforeEach(() => {
    failures = 0;
    alsoDo = async () => undefined;
  });

  it("has one effect however often it is delivered, also at once", async () => {
    const { eventId, unitId } = await happens();
    await Promise.all([1, 2, 3, 4].map(() => deliver({ eventId, job })));
    await deliver({ eventId, job });
    expect(await effects(unitId)).to.equal(1);
    expect(await waiting(eventId)).to.equal(undefined);
  });

  it("leaves no half effect when it fails, and comes back later and later", async () => {
    const { eventId, unitId } = await happens();
    failures = 3;
    const waits: number[] = [];
    for (const attempts of [1, 2, 3]) {
      await deliver({ eventId, job });
      const left = await waiting(eventId);
      expect(left).to.include({ attempts, isParked: false });
      waits.push(left?.wait ?? 0);
    }
    expect(waits.map((wait) => Math.ceil(wait))).to.deep.equal([1, 2, 4]);
    expect(await effects(unitId)).to.equal(0);
    await deliver({ eventId, job });
    expect(await effects(unitId)).to.equal(1);
  });

  it("waits for a person after the last attempt, and is not lost", async () => {
    const { eventId, unitId } = await happens();
    failures = 99;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await deliver({ eventId, job });
    }
    expect(await waiting(eventId)).to.include({ attempts: 12, isParked: true });
    failures = 0;
    await execute("update deliveries set due_at = now() where event_id = $eventId", { eventId });
    await deliver({ eventId, job });
    expect(await effects(unitId)).to.equal(1);
  });

  it("survives a listener whose own statement failed", async () => {
    const { eventId, unitId } = await happens();
    alsoDo = async () => execute("select 1 / 0");
    await deliver({ eventId, job });
    expect(await waiting(eventId)).to.include({ attempts: 1 });
    expect(await effects(unitId)).to.equal(0);
  });

  it("does not vanish when nobody here listens: another release may", async () => {
    const { eventId } = await happens("test.orphaned");
    await deliver({ eventId, job: "test.gone-with-the-last-release" });
    expect(await waiting(eventId)).to.include({ attempts: 0 }); // it was never ours
    await execute("update deliveries set job = 'test.unknown' where event_id = $eventId", {
      eventId,
    });
    await deliver({ eventId, job: "test.unknown" });
    expect(await waiting(eventId)).to.include({ attempts: 1, isParked: false });
    await execute("delete from deliveries where event_id = $eventId", { eventId });
  });
});

describe("The relay", function () {
  this.timeout(30_000);
  unsandboxed();

  beforeEach(async () => {
    await queue().isReady();
    await execute("delete from deliveries");
    failures = 0;
    alsoDo = async () => undefined;
  });
  afterEach(stopWorking);

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
      if (await isSo()) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("It did not come about");
  }

  it("delivers what Redis forgot between hand-over and work", async () => {
    const { eventId, unitId } = await happens();
    expect(await relayDeliveries()).to.equal(1);
    expect(await relayDeliveries()).to.equal(0);
    await redis().flushall();
    await execute("update deliveries set due_at = now() where event_id = $eventId", { eventId });
    expect(await relayDeliveries()).to.equal(1);
    startWorking();
    await until(async () => (await effects(unitId)) === 1);
    expect(await waiting(eventId)).to.equal(undefined);
  });

  it("hands over no more than the queue shall hold, and all of it in the end", async () => {
    const { eventId, unitId } = await happens();
    await execute(
      `insert into deliveries (event_id, job) select $eventId, 'test.filler-' || n from generate_series(1, 1500) n`,
      { eventId },
    );
    expect(await relayDeliveries()).to.equal(1000);
    expect(await relayDeliveries()).to.equal(0);
    expect(await queue().getWaitingCount()).to.equal(1000);
    await queue().empty();
    expect(await relayDeliveries()).to.equal(501);
    await queue().empty();
    await execute("delete from deliveries where job like 'test.filler-%'");
    await execute("update deliveries set due_at = now() where event_id = $eventId", { eventId });
    startWorking();
    await relayDeliveries();
    await until(async () => (await effects(unitId)) === 1);
  });

  it("hands each delivery to one of two workers that look at once", async () => {
    await Promise.all([happens(), happens(), happens(), happens()]);
    const taken = await Promise.all([relayDeliveries(), relayDeliveries(), relayDeliveries()]);
    expect(taken.reduce((sum, one) => sum + one, 0)).to.equal(4);
  });

  after(async () => {
    await execute("delete from deliveries");
    expect(database()).to.not.equal(undefined);
  });
});
