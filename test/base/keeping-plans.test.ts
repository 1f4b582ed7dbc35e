import { expect } from "chai";
import { row, rows } from "../../app/base/index.ts";
import { sandboxed } from "../support/sandbox.ts";

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
});
