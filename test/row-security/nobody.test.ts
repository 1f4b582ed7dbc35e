import { expect } from "chai";
import pg from "pg";
import { insert, row, rows, transaction } from "../../app/base/index.ts";
import { asActor, asNobody, asTask } from "../../app/base/standpoint.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

const rowSecurity = /row-level security/;

async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => String(error),
  );
}

const protectedTables = () =>
  rows<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`);

/** On connections of their own, as the pool has them. */
describe("A statement for nobody", () => {
  unsandboxed();
  let client: pg.Client;
  const count = async (table: string): Promise<number> => {
    const found = await client.query<{ count: number }>(`select count(*)::int from ${table}`);
    return found.rows[0]?.count ?? -1;
  };

  before(async () => {
    client = new pg.Client(process.env["SECRETARIAT_DATABASE_URL"]);
    await client.connect();
    await anItem(await anOfficer());
  });
  after(() => client.end());

  it("sees no row of any protected table", async () => {
    for (const { name } of await protectedTables()) {
      expect([name, await count(name)]).to.deep.equal([name, 0]);
    }
    expect(await asNobody(() => rows("select 1 from items"))).to.deep.equal([]);
  });

  it("sees none either when what it says is empty, and is refused when it is no id", async () => {
    await client.query("begin");
    for (const empty of ["", ";;;;;;;;"]) {
      await client.query("select set_config('secretariat.standpoint', $1, true)", [empty]);
      expect([await count("items"), await count("events")]).to.deep.equal([0, 0]);
    }
    await client.query("select set_config('secretariat.standpoint', 'everybody', true)");
    expect(await failureOf(count("items"))).to.match(/invalid input syntax/);
    await client.query("rollback");
  });

  it("writes nothing", async () => {
    const officer = await anOfficer();
    const item = await anItem(officer);
    const folder = { id: item.id, postId: officer.postId, name: "x" };
    expect(await failureOf(asNobody(() => insert("folders", folder)))).to.match(rowSecurity);
    const changed = await asNobody(() => row("update items set subject = 'x' returning 1 as done"));
    expect(changed).to.equal(undefined);
  });

  it("comes after another's on the same connection and finds nothing left of it", async () => {
    const { postId } = await anOfficer().then(async (officer) => {
      await anItem(officer);
      return officer;
    });
    await client.query("begin");
    await client.query("select set_config('secretariat.standpoint', $1, true)", [`${postId};`]);
    expect(await count("items")).to.equal(1);
    await client.query("commit");
    expect(await count("items")).to.equal(0);
    const left = await client.query<{ standpoint: string }>(
      "select current_setting('secretariat.standpoint', true) as standpoint",
    );
    expect(left.rows[0]?.standpoint).to.equal(""); // not null: this is why empty is nobody
  });

  it("is not mistaken for its neighbours on the pool", async () => {
    const officers = await Promise.all([anOfficer(), anOfficer(), anOfficer()]);
    const items = await Promise.all(officers.map((officer) => anItem(officer)));
    const ids = items.map(({ id }) => id);
    const ask = (turn: number) => {
      const officer = officers[turn % 3];
      const look = () => rows<{ id: string }>("select id from items where id = any($ids)", { ids });
      return officer && turn % 4 < 3
        ? asActor(officer, () => (turn % 2 === 0 ? look() : transaction(look)))
        : asNobody(look);
    };
    const found = await Promise.all(Array.from({ length: 240 }, (_, turn) => ask(turn)));
    found.forEach((seen, turn) => {
      const expected = turn % 4 < 3 ? [items[turn % 3]?.id] : [];
      expect(seen.map(({ id }) => id)).to.deep.equal(expected);
    });
  });

  it("follows who asks when that changes inside one transaction, also after a failure", async () => {
    const [one, other] = [await anOfficer(), await anOfficer()];
    const item = await anItem(one);
    const look = () => rows("select id from items where id = $id", { id: item.id });
    await asActor(one, () =>
      transaction(async () => {
        expect(await look()).to.have.length(1);
        expect(await asActor(other, look)).to.have.length(0);
        expect(await asNobody(look)).to.have.length(0);
        expect(await asTask("test", look)).to.have.length(1);
        expect(await look()).to.have.length(1);
      }),
    );
  });
});
