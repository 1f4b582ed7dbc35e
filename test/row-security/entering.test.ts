import { expect } from "chai";
import { sourcesOf } from "../architecture/sources.ts";

const sources = sourcesOf("app").filter(({ path }) => path !== "app/base/standpoint.ts");
const calling = (name: string): string[] =>
  sources.filter(({ text }) => new RegExp(`\\b${name}\\(`).test(text)).map(({ path }) => path);

/** Each rule would see its own breach: the names it looks for do stand somewhere. */
describe("Entering a standpoint", () => {
  it("as a task is for work that no request began", () => {
    expect(calling("asTask").toSorted()).to.deep.equal([
      "app/base/jobs.ts",
      "app/base/refuse-unsafe-database.ts",
      "app/main.ts",
      "app/worker.ts",
    ]);
  });

  it("as an actor is for the endpoint alone, and as nobody for the web itself", () => {
    expect(calling("asActor")).to.deep.equal(["app/base/web/endpoint.ts"]);
    expect(calling("asNobody")).to.deep.equal(["app/web.ts"]);
  });

  it("for a purpose is for the commands named in the README", () => {
    expect(calling("forPurpose").toSorted()).to.deep.equal([
      "app/access/break-glass/armed-gauge.ts",
      "app/base/web/endpoint.ts",
      "app/directory/sync/items-on.ts",
      "app/dispatch/dispatch.ts",
      "app/dispatch/outward-transaction.ts",
      "app/dispatch/queries.ts",
      "app/documents/document.ts",
      "app/movement/who-sees.ts",
      "app/receipts/duplicates.ts",
      "app/receipts/find-senders.ts",
      "app/web.ts",
      "app/web/identify.ts",
    ]);
  });

  it("is never presumed, nor told to Postgres by hand", () => {
    expect(calling("presume")).to.deep.equal([]);
    const byHand = sources.filter(
      ({ path, text }) => !path.startsWith("app/migrations/") && text.includes("set_config("),
    );
    expect(byHand).to.deep.equal([]);
  });
});
