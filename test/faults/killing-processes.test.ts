import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { Redis } from "ioredis";
import pg from "pg";
import type { Journey } from "./make-office.ts";
import { openPrivateOffice, parts, type PrivateOffice } from "./private-office.ts";
import { SendingProgram, type Acknowledged } from "./sending-program.ts";

const rounds = 3;
const sends = 1_000;
const clients = 12;

/** Twelve deaths without warning during a thousand sendings, and once Redis forgets everything. */
describe("Killing web, worker, Redis and Postgres while a thousand items are sent", function () {
  this.timeout(600_000);
  let office: PrivateOffice;
  let record: pg.Client;
  let program: SendingProgram;
  const acknowledged: Acknowledged[] = [];
  const killed: string[] = [];

  before(async () => {
    office = await openPrivateOffice("killing");
    program = new SendingProgram(office.origin);
    const journeys = makeOffice();
    await sendAll(journeys);
    record = new pg.Client(office.superuserUrl);
    await record.connect();
    await untilDelivered();
  });

  after(async () => {
    await record?.end();
    await office?.close();
  });

  function makeOffice(): Journey[] {
    const { code, output } = office.run(["--import=tsx", "test/faults/make-office.ts"]);
    if (code !== 0) {
      throw new Error(output);
    }
    return JSON.parse(output) as Journey[];
  }

  async function sendAll(journeys: Journey[]): Promise<void> {
    const left = [...journeys];
    const kills = killOnTheWay();
    const client = async (): Promise<void> => {
      for (let journey = left.pop(); journey; journey = left.pop()) {
        for (const hop of journey.hops) {
          await kills.untilCalm();
          acknowledged.push(await program.send(journey.itemId, hop));
        }
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    await kills.done();
  }

  /** The next part dies whenever another share of the work is done; sending goes on meanwhile. */
  function killOnTheWay() {
    const total = rounds * parts.length;
    const share = Math.floor(sends / (total + 1));
    let dying: Promise<unknown> = Promise.resolve();
    let isDying = false;
    const isDue = (): boolean => acknowledged.length >= (killed.length + 1) * share;
    const next = (): void => {
      if (isDying || killed.length === total || !isDue()) {
        return;
      }
      const part = parts[killed.length % parts.length] ?? "web";
      killed.push(part);
      isDying = true;
      dying = (part === "redis" && killed.length > total / 2 ? forgetEverything() : nothing())
        .then(() => office.kill(part))
        .finally(() => (isDying = false));
    };
    return {
      untilCalm: async (): Promise<void> => {
        next();
        while (isDying && isDue()) {
          await dying;
          next();
        }
      },
      done: () => dying,
    };
  }

  async function nothing(): Promise<void> {}

  async function forgetEverything(): Promise<void> {
    const redis = new Redis(office.environment["SECRETARIAT_REDIS_URL"] ?? "");
    await redis.flushall();
    redis.disconnect();
  }

  async function untilDelivered(): Promise<void> {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await pause(250)) {
      if ((await found("select * from deliveries")).length === 0) {
        return;
      }
    }
  }

  async function found(sql: string): Promise<Record<string, unknown>[]> {
    return (await record.query<Record<string, unknown>>(sql)).rows;
  }

  it("had each part die three times, and met nothing worse than broken links and 503", () => {
    expect(killed).to.have.length(rounds * parts.length);
    expect(
      [...program.troubles.keys()].filter((status) => ![0, 503].includes(status)),
    ).to.deep.equal([]);
    expect(program.troubles.size).to.be.greaterThan(0);
  });

  it("lost nothing that was acknowledged and did nothing twice", async () => {
    const stands = await found("select id, item_id from movements where kind = 'sent'");
    const pairs = (list: readonly (readonly unknown[])[]) =>
      list.map((pair) => pair.join()).toSorted();
    expect(acknowledged).to.have.length(sends);
    expect(pairs(stands.map(({ id, item_id }) => [id, item_id]))).to.deep.equal(
      pairs(acknowledged.map(({ movementId, itemId }) => [movementId, itemId])),
    );
  });

  it("left no half movement", async () => {
    expect(
      await found(`select item_id from movements group by item_id
        having min(sequence) <> 1 or max(sequence) <> count(*)`),
    ).to.deep.equal([]);
    expect(
      await found(`select i.id from items i join movements m on m.item_id = i.id
        and m.sequence = (select max(sequence) from movements where item_id = i.id)
        where m.to_post_id is distinct from i.holder_post_id or i.movements <> m.sequence
          or i.state <> 'moving' or i.from_post_id is distinct from m.from_post_id`),
    ).to.deep.equal([]);
  });

  it("recorded one event for each movement", async () => {
    expect(
      await found(`select m.id, count(e.id) from movements m
        left join events e on e.detail ->> 'movementId' = m.id::text and e.action = 'item.' || m.kind
        group by m.id having count(e.id) <> 1`),
    ).to.deep.equal([]);
  });

  it("told of every arrival that is still news exactly once, and of none twice", async () => {
    expect(await found("select * from deliveries")).to.deep.equal([]);
    expect(
      await found(`select event_id, post_id from notices group by 1, 2 having count(*) > 1`),
    ).to.deep.equal([]);
    const told = await found(`select e.id, i.movements = (e.detail ->> 'sequence')::int as "isNews",
        count(n.id) as notices
      from events e join items i on i.id = e.item_id
      left join notices n on n.event_id = e.id and n.post_id::text = e.detail ->> 'to'
      where e.action = 'item.sent' group by e.id, i.id`);
    expect(told).to.have.length(sends);
    expect(told.filter(({ isNews }) => isNews)).to.have.length(600);
    expect(told.filter(({ isNews, notices }) => isNews && Number(notices) !== 1)).to.deep.equal([]);
  });

  it("kept the record whole", () => {
    const { code, output } = office.run(["verify"]);
    expect(output).to.match(/The record is whole: \d+ rows sealed, 0 waiting/);
    expect(code).to.equal(0);
  });
});
