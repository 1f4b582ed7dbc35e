import { expect } from "chai";
import { execute, rows, transaction } from "../../app/base/index.ts";
import { asActor } from "../../app/base/standpoint.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";

/** Conditions of the product's searches, and the index each needs in an office of a hundred thousand items. */
const searches = [
  ["words of a subject", "items", "(number || ' ' || subject) ilike '%भूमि%'", "items_by_words"],
  ["the beginning of a number", "items", "plain_number(number) like 'f10%'", "items_by_number"],
  ["a whole number", "items", "plain_number(number) = plain_number('F10')", "items_by_number"],
  ["a desk", "items", "holder_post_id = $post and state = 'moving'", "items_on_desk"],
  ["a login", "accounts", "lower(login) = lower('x')", "accounts_by_login"],
] as const;

describe("Row security", () => {
  sandboxed();

  for (const [what, table, condition, index] of searches) {
    it(`lets Postgres find ${what} by its index`, async () => {
      const officer = await anOfficer();
      await anItem(officer);
      const plan = await asActor(officer, () =>
        transaction(async () => {
          await execute("set local enable_seqscan = off");
          return rows<{ "QUERY PLAN": string }>(
            `explain select id from ${table} where ${condition.replace("$post", `'${officer.postId}'`)}`,
          );
        }),
      );
      expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).to.contain(index);
    });
  }
});
