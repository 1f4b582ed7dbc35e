import { expect } from "chai";
import { v7 as newId } from "uuid";
import { breakGlassArmed } from "../../app/access/break-glass/armed-gauge.ts";
import { insert, rows, transaction, type Actor } from "../../app/base/index.ts";
import { asActor, asNobody, forPurpose } from "../../app/base/standpoint.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { openTables } from "./open-tables.ts";
import { personalTables, type PersonalTable } from "./personal-rows.ts";

const denied = /row-level security|permission denied/;

/** Tables whose rows an administrator changes though they are somebody else's. */
const administered = new Set([
  "identity_claims",
  "second_factor_tries",
  "vpn_accounts",
  "vpn_lists",
  "vpn_list_rows",
]);

/** How many rows a statement met, or that it was refused. */
async function metBy(actor: Actor | undefined, sql: string): Promise<number | "denied"> {
  const work = () => transaction(() => rows(`${sql} returning 1 as met`));
  return (actor ? asActor(actor, work) : asNobody(work)).then(
    (found) => found.length,
    (error: unknown) => {
      expect(String(error)).to.match(denied);
      return "denied" as const;
    },
  );
}

function never(): never {
  throw new Error("The list has every table");
}

const count = (table: string) => async (): Promise<number> =>
  (await rows(`select 1 from ${table}`)).length;

describe("Rows that are somebody's own", () => {
  sandboxed();

  let owner: AnOfficer;
  let stranger: AnOfficer;
  let administrator: AnOfficer;
  beforeEach(async () => {
    owner = await anOfficer();
    stranger = await anOfficer({ roles: ["registry", "secretary", "auditor"] });
    administrator = await anOfficer({ roles: ["administrator"] });
  });

  const written = async ({ table, rowOf }: PersonalTable) => insert(table, await rowOf(owner));

  for (const one of personalTables) {
    const { table, change, rowOf } = one;

    it(`in ${table} are seen by whom they concern`, async () => {
      const before = await asActor(administrator, count(table)); // of suites that keep what they write
      await written(one);
      expect(await asActor(stranger, count(table)), "stranger").to.equal(0);
      expect(await asNobody(count(table)), "nobody").to.equal(0);
      expect(await asActor(owner, count(table)), "owner").to.equal(one.owner ? 1 : 0);
      const seen = await asActor(administrator, count(table));
      expect(seen - before, "administrator").to.equal(one.administrator ? 1 : 0);
    });

    it(`in ${table} are neither written, changed nor taken away by others`, async () => {
      await written(one);
      const forged = await rowOf(owner);
      const forging = () => transaction(() => insert(table, forged));
      for (const work of [() => asActor(stranger, forging), () => asNobody(forging)]) {
        const told = await work().then(() => "done", String);
        expect(told).to.match(denied);
      }
      for (const thief of [stranger, undefined]) {
        expect(await metBy(thief, `delete from ${table}`)).to.be.oneOf([0, "denied"]);
        if (change) {
          expect(await metBy(thief, `update ${table} set ${change}`)).to.be.oneOf([0, "denied"]);
        }
      }
      if (change && !administered.has(table)) {
        const met = await metBy(administrator, `update ${table} set ${change}`);
        expect(met, "administrator").to.be.oneOf([0, "denied"]);
      }
    });
  }

  it("are taken away by their owner only where the screens let him", async () => {
    for (const one of personalTables) {
      await written(one);
      const met = await metBy(owner, `delete from ${one.table}`);
      expect([one.table, met === 1]).to.deep.equal([one.table, one.ownerDeletes ?? false]);
    }
  });

  it("stay the owner's when he changes them: nothing is handed to another account", async () => {
    for (const table of ["authenticator_apps", "passkeys", "recovery_codes"]) {
      const one = personalTables.find((personal) => personal.table === table);
      await insert(table, (await one?.rowOf(owner)) ?? {});
      const giving = `update ${table} set account_id = '${stranger.accountId}'`;
      expect(await metBy(owner, giving)).to.equal("denied");
    }
  });

  it("tell the door what is owed, but give it no code, no list and no upload", async () => {
    for (const one of personalTables) {
      await written(one);
    }
    const seen: string[] = [];
    for (const { table } of personalTables) {
      if ((await asNobody(() => forPurpose("identify", count(table)))) > 0) {
        seen.push(table);
      }
    }
    expect(seen).to.deep.equal([
      "identities",
      "identity_claims",
      "provider_sessions",
      "spent_logout_tokens",
      "authenticator_apps",
      "passkeys",
      "second_factor_tries",
      "break_glass_armings",
      "network_sightings",
      "network_refusals",
    ]);
  });

  it("are counted for whoever watches, though nobody asks", async () => {
    const arming = personalTables.find(({ table }) => table === "break_glass_armings");
    await insert("break_glass_armings", (await arming?.rowOf(owner)) ?? {});
    const { values } = await asNobody(() => breakGlassArmed.get());
    expect(values.map(({ value }) => value)).to.deep.equal([1]);
  });

  it("of an upload are those of the post, too", async () => {
    const upload = personalTables.find(({ table }) => table === "uploads");
    await insert("uploads", (await upload?.rowOf(owner)) ?? {});
    const elsewhere = { ...owner, postId: stranger.postId };
    expect(await asActor(elsewhere, count("uploads"))).to.equal(0);
  });

  it("of colleagues count towards the share of a unit and of a post, and of no other", async () => {
    const { unitId } = owner;
    for (const table of ["uploads", "renditions"]) {
      await written(personalTables.find((one) => one.table === table) ?? never());
    }
    const ask = (who: Actor) =>
      asActor(who, () =>
        rows(
          `select bytes_of_unit('${unitId}', '2000-01-01') as brought,
             bytes_waiting_at('${owner.postId}', '${newId()}') as waiting`,
        ),
      );
    const successor = { ...stranger, postId: owner.postId, unitId };
    expect(await ask(successor)).to.deep.equal([{ brought: 1, waiting: 1 }]);
    expect(await ask(stranger)).to.deep.equal([{ brought: null, waiting: null }]);
  });

  it("stand on no list of tables left open", () => {
    expect(personalTables.filter(({ table }) => table in openTables)).to.deep.equal([]);
  });
});
