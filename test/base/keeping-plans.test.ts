import { expect } from "chai";
import pg from "pg";
import { plannedOnce, row, rows, transaction } from "../../app/base/index.ts";
import { prepareStatements } from "../../app/base/prepared-statements.ts";
import { inDatabase } from "../../installer/local/provision.ts";
import { sandboxed, superuserUrl } from "../support/sandbox.ts";

/** Whether Postgres keeps the plan of a statement that gives its answer this name. */
async function isKept(name: string): Promise<boolean> {
  const kept = await row("select from pg_prepared_statements where statement like $like", {
    like: `select % as ${name}`,
  });
  return kept !== undefined;
}

describe("Keeping the plans of statements", () => {
  sandboxed();

  it("keeps what comes again and again, and answers each time by its own values", async () => {
    for (let value = 1; value <= 8; value += 1) {
      const found = await rows("select $first::int + $second::int as total", {
        first: value,
        second: 1,
      });
      expect(found).to.deep.equal([{ total: value + 1 }]);
    }
    expect(await isKept("total")).to.equal(true);
  });

  it("keeps nothing of a statement that comes seldom", async () => {
    const found = await row("select $value::text as said", { value: "once" });
    expect(found).to.deep.equal({ said: "once" });
    expect(await isKept("said")).to.equal(false);
  });

  it("gives a plan up when its table has another column, and answers all the same", async () => {
    const name = "secretariat_kept_plans";
    const server = new pg.Client(superuserUrl());
    await server.connect();
    await server.query(`drop database if exists ${name}`);
    await server.query(`create database ${name}`);
    const client = new pg.Client(inDatabase(superuserUrl(), name));
    await client.connect();
    await client.query("create table papers (id integer)");
    await client.query("insert into papers values (7)");
    await prepareStatements(client);
    const ask = async (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        client.query("select * from papers where id = $1", [7], (error, result) =>
          error ? reject(error) : resolve(result.rows[0]),
        );
      });
    for (let times = 1; times <= 8; times += 1) {
      expect(await ask()).to.deep.equal({ id: 7 });
    }
    await client.query({ text: "alter table papers add column pages integer" });
    for (let times = 1; times <= 8; times += 1) {
      expect(await ask()).to.deep.equal({ id: 7, pages: null });
    }
    await client.end();
    await server.query(`drop database ${name}`);
    await server.end();
  });

  it("plans what is marked so in one manner for all values, and nothing after it", async () => {
    const asked = "select current_setting('plan_cache_mode') as mode";
    const both = async () => [
      await row(asked),
      await row(`${plannedOnce} ${asked}`),
      await row(asked),
    ];
    const expected = [{ mode: "auto" }, { mode: "force_generic_plan" }, { mode: "auto" }];
    expect(await both()).to.deep.equal(expected);
    expect(await transaction(both)).to.deep.equal(expected);
  });
});
