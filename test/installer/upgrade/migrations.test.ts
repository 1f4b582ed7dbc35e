import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classifyStatements } from "../../../installer/upgrade/classify-statement.ts";
import { readMigration } from "../../../installer/upgrade/read-migration.ts";

const cases: readonly (readonly [string, string, boolean])[] = [
  ["create table files (id uuid)", "none", false],
  ["create index files_by on files (id)", "share", true],
  ["create unique index concurrently files_by on files (id)", "none", true],
  ["alter table files add column subject text", "exclusive", false],
  ["alter table files alter column subject type varchar(9)", "exclusive", true],
  ["alter table only files add constraint one check (a > 0) not valid", "exclusive", false],
  ["alter table files validate constraint one", "none", true],
  ["alter table files add constraint one check (a > 0)", "exclusive", true],
  ["drop table if exists files", "exclusive", false],
  ["create trigger t before insert on files for each row execute function f()", "share", false],
  ["create policy p on files using (true)", "exclusive", false],
  ["update files set a = 1", "none", true],
  ["grant select on files to secretariat_app", "none", false],
  [
    "create function f() returns trigger language plpgsql as $$ begin update files set a = 1; end $$",
    "none",
    false,
  ],
];

describe("Steps of the database, before they are taken", () => {
  for (const [sql, lock, isLong] of cases) {
    it(`finds ${lock}${isLong ? ", long," : ""} in: ${sql}`, () => {
      const [one, ...others] = classifyStatements(sql);
      expect(others).to.deep.equal([]);
      expect({ lock: one?.lock, isLong: one?.isLong }).to.deep.equal({ lock, isLong });
    });
  }

  it("minds only tables that were there before", () => {
    const sql =
      "create table a (id int); create index on a (id); alter table a enable row level security";
    expect(classifyStatements(sql).map(({ lock }) => lock)).to.deep.equal(["none", "none", "none"]);
  });

  it("reads a step without a database and guesses its time by the size of its tables", async () => {
    const folder = mkdtempSync(join(tmpdir(), "steps-"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(
      join(folder, "0100-index.js"),
      'export async function up({ query }) { await query("create index on files (subject); create table b (c int)"); }',
    );
    const sizes = new Map([["files", 300 * 1024 * 1024]]);
    expect(await readMigration(folder, "0100-index", sizes)).to.deep.equal({
      name: "0100-index",
      lock: "share",
      tables: ["files"],
      seconds: 11,
    });
    rmSync(folder, { recursive: true });
  });

  it("believes what a step says of itself", async () => {
    const folder = mkdtempSync(join(tmpdir(), "steps-"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(
      join(folder, "0101-fill.js"),
      'export const step = { kind: "backfill", lock: "none", seconds: 90, oldestApplication: 26 }; export const batch = async () => 0;',
    );
    expect(await readMigration(folder, "0101-fill", new Map())).to.deep.equal({
      name: "0101-fill",
      lock: "none",
      tables: [],
      seconds: 90,
      oldestApplication: 26,
    });
    rmSync(folder, { recursive: true });
  });
});
