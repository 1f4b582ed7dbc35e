import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import Koa from "koa";
import { v7 as newId } from "uuid";
import { execute, insert, transaction } from "../../app/base/index.ts";
import { explainConstraint, refusalOfConstraint } from "../../app/base/constraints.ts";
import { boundary } from "../../app/web/boundary.ts";
import { aPost, aUnit } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const generic = "This cannot be done as things stand. Open the page again and look anew.";

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return transaction(work).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("A constraint that nobody explained", () => {
  sandboxed();

  const taken = async () => {
    const { id } = await aUnit();
    const again = { id, kind: "section", code: newId(), nameEn: "x", nameHi: "x", number: "1" };
    return failureOf(() => insert("units", { ...again, parentId: null, ancestorIds: [id] }));
  };
  const missing = async () => {
    const { id } = await aPost();
    const unit = newId();
    return failureOf(() =>
      execute("update posts set unit_id = $unit where id = $id", { id, unit }),
    );
  };
  const wrong = async () => {
    const { id } = await aUnit();
    return failureOf(() => execute("update units set kind = 'x' where id = $id", { id }));
  };

  it("is refused in the same words, whether something is there, missing or wrong", async () => {
    for (const failure of [await taken(), await missing(), await wrong()]) {
      const refusal = refusalOfConstraint(failure);
      expect([refusal?.status, refusal?.message]).to.deep.equal([409, generic]);
      expect(refusal?.fields).to.deep.equal([]);
    }
  });

  it("is told to pages and programs without a name of the database", async () => {
    const failure = await missing();
    const koa = new Koa();
    koa.use(boundary);
    koa.use(() => Promise.reject(failure as Error));
    const answer = koa.callback();
    const server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const accept of ["application/json", "text/html"]) {
      const told = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept } });
      expect(told.status).to.equal(409);
      expect(await told.text()).not.to.match(/posts|unit_id|fkey|violates|constraint/);
    }
    server.closeAllConnections();
    server.close();
  });

  it("leaves those that are explained their own sentence", () => {
    explainConstraint("one_of_this_test", "There is such a unit.");
    const failure = Object.assign(new Error("violates"), { constraint: "one_of_this_test" });
    expect(refusalOfConstraint(failure)?.message).to.equal("There is such a unit.");
  });

  it("is not seen in what merely failed", () => {
    expect(refusalOfConstraint(new Error("posts_unit_id_fkey"))).to.equal(undefined);
  });
});
