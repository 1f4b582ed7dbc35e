import { expect } from "chai";
import pg from "pg";
import { z } from "zod";
import { setConfidential } from "../../app/access/index.ts";
import { database, row } from "../../app/base/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { classifications, createItem } from "../../app/movement/index.ts";
import { importColumns } from "../../app/organisation/employee-import/columns.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { ownerUrl, sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const forbidden = ["secret", "top-secret", "top secret", "restricted", "गुप्त", "परम गुप्त", "SECRET"];
const matrix = "00000000-0000-7000-8000-000000000003";

describe("Classified papers", () => {
  sandboxed();

  it("are known to no form and no call: every schema offers normal and confidential alone", () => {
    const offered = allRoutes.flatMap(({ method, path, input }) => {
      const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
      const field = schema.properties?.["classification"];
      return field === undefined ? [] : [{ at: `${method} ${path}`, field }];
    });
    expect(offered.length).to.be.greaterThan(1);
    for (const { at, field } of offered) {
      expect((field as { enum?: unknown }).enum, at).to.deep.equal([...classifications]);
    }
    expect([...classifications]).to.deep.equal(["normal", "confidential"]);
  });

  it("are refused by the API in whatever words", async () => {
    const program = await programOf(await anOfficer({ roles: ["section-officer"] }));
    for (const classification of forbidden) {
      const letter = await program.post("/receipts", {
        subject: "A",
        senderName: "B",
        classification,
      });
      expect(letter.status, classification).to.equal(422);
      expect(letter.text).to.contain("classification");
      const file = await program.post("/files", { subject: "A", classification });
      expect(file.status, classification).to.equal(422);
    }
  });

  it("are refused by the database, from the application and from its owner", async () => {
    const item = await anItem(await anOfficer());
    const owner = new pg.Client(ownerUrl());
    await owner.connect();
    try {
      for (const classification of forbidden) {
        const write = "update items set classification = $1 where id = $2";
        await database().query("savepoint before");
        const error = await database()
          .query(write, { bind: [classification, item.id] })
          .then(() => undefined, String);
        await database().query("rollback to savepoint before");
        expect(error, classification).to.match(/items_classification_check/);
      }
      const { rows } = await owner.query<{ rule: string }>(
        `select pg_get_constraintdef(oid) as rule from pg_constraint
         where conname = 'items_classification_check' and convalidated`,
      );
      expect(rows[0]?.rule)
        .to.match(/normal/)
        .and.to.match(/confidential/)
        .and.not.to.match(/secret/);
    } finally {
      await owner.end();
    }
  });

  it("come in by no table that is read: the importers know no such column", () => {
    const names = importColumns.flatMap(({ key, nameEn, others }) => [
      key,
      nameEn,
      ...(others ?? []),
    ]);
    expect(names.filter((name) => /classif|secre|गोपन|गुप्त/i.test(name))).to.deep.equal([]);
  });
});

describe("Confidential papers", () => {
  sandboxed();

  it("are taken in only while an order of the State is recorded that allows it", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const officer = await anOfficer({ roles: ["section-officer"] });
    const confidential = () => anItem(officer, { classification: "confidential" });
    const { id } = await confidential();
    const ended = { allowed: false, orderNumber: "GAD/2", orderOn: "2026-01-01" };
    await setConfidential(administrator, ended);
    expect(await refusalOf(confidential())).to.equal("invalid");
    expect(await row("select 1 as kept from items where id = $id", { id })).to.deep.equal({
      kept: 1,
    });
    await setConfidential(administrator, { ...ended, allowed: true });
    expect(await confidential()).to.have.property("id");
    expect(await eventsOf(matrix)).to.deep.equal([
      "access.confidential-ended",
      "access.confidential-allowed",
    ]);
    const stranger = setConfidential(officer, { ...ended, allowed: true });
    expect(await refusalOf(stranger)).to.equal("forbidden");
  });

  it("are refused in a new installation, and opened on the page of rights with an order", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const visit = await visitAs(administrator);
    const order = { allowed: "false", orderNumber: "GAD/3", orderOn: "2026-01-01" };
    expect(
      (await visit.post("/rights/confidential", { ...order, orderNumber: "" })).status,
    ).to.equal(422);
    expect((await visit.post("/rights/confidential", order)).location).to.equal("/rights");
    expect((await visit.get("/rights")).text).to.contain("confidential papers are refused");
    const given = {
      ...(await anItem(administrator)),
      number: "C-1",
      classification: "confidential" as const,
    };
    expect(await refusalOf(createItem(administrator, given))).to.equal("invalid");
    await visit.post("/rights/confidential", { ...order, allowed: "true" });
    expect((await visit.get("/rights")).text).to.contain("GAD/3");
    expect(await createItem(administrator, given)).to.have.property("id");
  });
});
