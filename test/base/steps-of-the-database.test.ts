import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import pg from "pg";
import { migrate } from "../../app/base/migrate.ts";
import { migrationStatus } from "../../app/base/migration-status.ts";
import { ownMigrations, readSteps } from "../../app/base/migration-steps.ts";
import { inDatabase } from "../../installer/local/provision.ts";
import { superuserUrl } from "../support/sandbox.ts";

const name = "secretariat_steps";

describe("The steps of the database", function () {
  this.timeout(60_000);
  let folder = "";
  let server: pg.Client;
  const url = () => inDatabase(superuserUrl(), name);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "secretariat-steps-"));
    mkdirSync(join(folder, "broken"));
    server = new pg.Client(superuserUrl());
    await server.connect();
  });
  beforeEach(async () => {
    await server.query(`drop database if exists ${name}`);
    await server.query(`create database ${name}`);
  });
  after(async () => {
    await server.query(`drop database if exists ${name}`);
    await server.end();
    rmSync(folder, { recursive: true });
  });

  /** A folder of steps of its own; each is the text of a module. */
  function steps(given: Readonly<Record<string, string>>): string {
    const place = mkdtempSync(join(folder, "steps-"));
    for (const [step, text] of Object.entries(given)) {
      writeFileSync(join(place, `${step}.js`), text);
    }
    writeFileSync(join(place, "package.json"), '{"type":"module"}');
    return place;
  }

  const compatibility = `
    export const step = { kind: "expand", lock: "none", seconds: 1, oldestApplication: 26 };
    export const up = ({ query }) => query(\`
      create table schema_compatibility (one boolean primary key default true, level integer not null,
        oldest_application integer not null, at timestamptz not null default now());
      create table papers (id integer primary key, pages integer);
      insert into papers select n from generate_series(1, 25) as n\`);`;
  const contract = `
    export const step = { kind: "contract", lock: "exclusive", seconds: 2, oldestApplication: 28 };
    export const up = ({ query }) => query("alter table papers alter pages set not null");`;
  const backfill = `
    export const step = { kind: "backfill", lock: "none", seconds: 60 };
    export async function batch({ query }) {
      const { rowCount } = await query(\`update papers set pages = 1 where id in
        (select id from papers where pages is null limit 10)\`);
      return rowCount;
    }`;

  async function ask<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client(url());
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  }

  it("say what they are, each of them since that is asked", async () => {
    const own = await readSteps(ownMigrations);
    expect(own.filter(({ number }) => number >= 27)).not.to.deep.equal([]);
    const silent = steps({ "0028-silent": "export const up = () => undefined;" });
    expect(await refusalOf(readSteps(silent))).not.to.equal("");
    const unfilled = steps({
      "0028-unfilled": 'export const step = { kind: "backfill", lock: "none", seconds: 1 };',
    });
    expect(await refusalOf(readSteps(unfilled))).to.contain("a backfill has a batch");
  });

  it("fill rows in batch by batch, and keep which releases may serve", async () => {
    const place = steps({
      "0027-first": compatibility,
      "0028-fill-in": backfill,
      "0029-contract": contract,
    });
    const before = await migrationStatus(url(), place);
    expect([before.databaseLevel, before.releaseLevel]).to.deep.equal([0, 29]);
    expect(await migrate(url(), place)).to.have.length(3);
    const after = await migrationStatus(url(), place);
    expect([after.databaseLevel, after.oldestApplication]).to.deep.equal([29, 28]);
    expect(after.steps.map(({ kind, takenAt }) => [kind, takenAt !== null])).to.deep.equal([
      ["expand", true],
      ["backfill", true],
      ["contract", true],
    ]);
    expect(await ask("select id from papers where pages is null")).to.deep.equal([]);
    expect(await migrate(url(), place)).to.deep.equal([]);
  });

  it("bear with the release before, and refuse one they have outgrown", async () => {
    const all = { "0027-first": compatibility, "0028-fill-in": backfill };
    await migrate(url(), steps(all));
    expect(await migrate(url(), steps({ "0027-first": compatibility }))).to.deep.equal([]);
    await migrate(url(), steps({ ...all, "0029-contract": contract }));
    const old = steps({ "0027-first": compatibility });
    expect(await refusalOf(migrate(url(), old))).to.contain("ahead of this release");
    expect((await migrationStatus(url(), old)).unknown).to.deep.equal([
      "0028-fill-in",
      "0029-contract",
    ]);
  });

  it("let go of a lock that others hold, and come back", async () => {
    await migrate(url(), steps({ "0027-first": compatibility, "0028-fill-in": backfill }));
    const reader = new pg.Client(url());
    await reader.connect();
    await reader.query("begin; select from papers");
    const place = steps({
      "0027-first": compatibility,
      "0028-fill-in": backfill,
      "0029-contract": contract,
    });
    const moving = migrate(url(), place);
    await pause(2_600);
    const began = performance.now();
    await ask("select id from papers limit 1"); // who comes behind it waits a second at most
    expect(performance.now() - began).to.be.below(1_500);
    await reader.query("commit");
    await reader.end();
    expect(await moving).to.deep.equal(["0029-contract"]);
  });

  it("yield in a deadlock, and come back", async () => {
    const deadlocked = `
      export const step = { kind: "expand", lock: "exclusive", seconds: 1 };
      let tries = 0;
      export const up = ({ query }) => query((tries += 1) > 1 ? "create table pages (id integer)" :
        "do $$ begin raise exception 'others' using errcode = 'deadlock_detected'; end $$");`;
    const place = steps({ "0027-first": compatibility, "0028-deadlocked": deadlocked });
    expect(await migrate(url(), place)).to.deep.equal(["0027-first", "0028-deadlocked"]);
  });

  it("leave nothing of one that fails midway, and take it again when the cause is mended", async () => {
    const breaking = `
      export const step = { kind: "expand", lock: "none", seconds: 1 };
      export async function up({ query }) {
        await query("create table pages (id integer)");
        await query("insert into pages select id / (select count(*) from cause) from papers");
      }`;
    await migrate(url(), steps({ "0027-first": compatibility }));
    const place = steps({ "0027-first": compatibility, "0028-breaking": breaking });
    expect(await refusalOf(migrate(url(), place))).to.contain("cause");
    expect(await ask("select to_regclass('pages') as there")).to.deep.equal([{ there: null }]);
    expect((await migrationStatus(url(), place)).databaseLevel).to.equal(27);
    await ask("create table cause as select 1 as one");
    expect(await migrate(url(), place)).to.deep.equal(["0028-breaking"]);
  });
});

function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "",
    (error: unknown) => String(error),
  );
}
