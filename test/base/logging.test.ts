import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { pino } from "pino";
import { row } from "../../app/base/index.ts";
import { logOptions } from "../../app/base/log.ts";
import { redis } from "../../app/base/redis.ts";
import { aUnit } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

async function lineOf(work: () => Promise<unknown>): Promise<string> {
  let text = "";
  const log = pino({ ...logOptions, level: "info" }, { write: (line: string) => (text += line) });
  await work().then(
    () => expect.fail("nothing failed"),
    (error: unknown) => log.error({ err: error }, "Failed"),
  );
  return text;
}

describe("A line of the log", () => {
  unsandboxed();
  const secret = `गोपनीय-${randomUUID()}`;

  it("names the failure of a statement, but neither the statement nor its values", async () => {
    const line = await lineOf(() => row("select $secret::uuid as id from items", { secret }));
    expect(line).to.contain('"code":"22P02"').and.to.contain("database.ts");
    expect(line).not.to.contain(secret);
    expect(line).not.to.contain("from items");
  });

  it("names a broken constraint, but not the value that broke it", async () => {
    await aUnit({ code: secret });
    const line = await lineOf(() => aUnit({ code: secret }));
    expect(line).to.contain('"constraint":"units_');
    expect(line).not.to.contain(secret);
  });

  it("keeps what was asked of Redis to itself", async () => {
    await redis().set("test:text", "x");
    const line = await lineOf(() => redis().lpush("test:text", secret));
    expect(line).to.contain("WRONGTYPE");
    expect(line).not.to.contain(secret);
  });

  it("keeps a body that is no JSON to itself", async () => {
    const line = await lineOf(async () => JSON.parse(`"${secret}`) as unknown);
    expect(line).to.contain("SyntaxError");
    expect(line).not.to.contain(secret);
  });
});
