import { expect } from "chai";
import { record, row, transaction } from "../../app/base/index.ts";
import { sealCommitted, verifyRecord, writeCheckpoint } from "../../app/audit/index.ts";
import { openFile } from "../../app/files/index.ts";
import { saveDraft } from "../../app/notes/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { checkDocument, documentFromText } from "../../app/writing/index.ts";
import { anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { becomeSuperuser, type Superuser } from "./superuser.ts";

const sources = ["events", "movements", "notes"] as const;
type Source = (typeof sources)[number];

/** One change of each kind of column there is: what was said, who, where to, when, in which order, the proof. */
const alterations: Readonly<Record<Source, readonly string[]>> = {
  events: [
    "action = 'item.opened'",
    "at = at - interval '1 day'",
    "recorded_at = recorded_at + interval '1 microsecond'",
    "employee_id = gen_random_uuid()",
    "on_behalf_of_id = employee_id",
    "subject_id = gen_random_uuid()",
    "address = '10.0.0.1'",
    `detail = detail || '{"to": null}'`,
    "xid = '1'",
  ],
  movements: [
    "remarks = 'तत्काल स्वीकृत'",
    "to_post_id = gen_random_uuid()",
    "from_employee_id = null",
    "at = at + interval '1 hour'",
    "sequence = sequence + 7",
    "kind = 'returned'",
    "due_on = '2026-12-01'",
    "mark = 'x' || mark",
  ],
  notes: [
    `body = jsonb_set(body, '{content,0,content,0,text}', '"स्वीकृत"')`,
    "body_text = body_text || ' '",
    "agrees = not agrees",
    "author_name_hi = 'कोई और'",
    "employee_id = gen_random_uuid()",
    "signed_at = 'infinity'",
    "paragraph_to = paragraph_to + 1",
    "file_id = gen_random_uuid()",
  ],
};

/** What is exchanged between two rows of a table, each of them genuine. */
const exchanged: Readonly<Record<Source, string>> = {
  events: "detail = other.detail, mark = other.mark",
  movements: "remarks = other.remarks, mark = other.mark",
  notes: "body = other.body, body_text = other.body_text, mark = other.mark",
};

describe("Tampering with the record as ruler of the database", function () {
  this.timeout(60_000);
  unsandboxed();
  let superuser: Superuser;

  before(async () => {
    superuser = await becomeSuperuser();
    const [clerk, officer] = [
      await anOfficer({ roles: ["dealing-hand"] }),
      await anOfficer({ roles: ["dealing-hand"] }),
    ];
    for (const number of ["1", "2", "3", "4", "5", "6"]) {
      const file = await openFile(clerk, {
        numbering: "free",
        freeNumber: `एफ ${number}-${Math.random()}`,
        subject: "भू-अर्जन प्रकरण",
        mainCategory: "land",
      });
      const body = checkDocument(documentFromText(`टीप ${number}\n\nप्रस्तुत`));
      await saveDraft(clerk, { fileId: file.id, body, revision: 0 });
      await sendItem(clerk, { itemId: file.id, toPostId: officer.postId, remarks: number });
    }
    await sealAll();
    await writeCheckpoint();
    expect((await verifyRecord()).findings).to.deep.equal([]);
    await superuser.remember();
  });

  afterEach(() => superuser.bringBack());

  after(async () => {
    expect((await verifyRecord()).findings).to.deep.equal([]);
    await superuser.end();
  });

  async function sealAll(): Promise<void> {
    while ((await sealCommitted()) > 0) {
      // until nothing waits
    }
  }

  /** A sealed row of ours: of the newest, since other suites may have left older ones. */
  async function someRow(source: Source): Promise<{ id: string; sequence: number }> {
    const [found] = await superuser.act(
      `select row_id as id, sequence::integer from (select row_id, sequence from seals
         where source = '${source}' order by sequence desc limit 6) as newest
       order by random() limit 1`,
    );
    return { id: String(found?.["id"]), sequence: Number(found?.["sequence"]) };
  }

  async function firstFinding() {
    const [first] = (await verifyRecord()).findings;
    return first && { fault: first.fault, source: first.source, rowId: first.rowId };
  }

  for (const source of sources) {
    for (const alteration of alterations[source]) {
      it(`names the row of ${source} after: ${alteration}`, async () => {
        const { id } = await someRow(source);
        await superuser.act(`update ${source} set ${alteration} where id = '${id}'`);
        expect(await firstFinding()).to.deep.equal({ fault: "altered", source, rowId: id });
      });
    }

    it(`names both rows of ${source} whose content was exchanged`, async () => {
      const [one, other] = await superuser.act(
        `select row_id as id from seals where source = '${source}' order by sequence desc limit 2`,
      );
      const pair = [String(one?.["id"]), String(other?.["id"])];
      await superuser.act(
        `update ${source} r set ${exchanged[source]} from ${source} other
         where r.id in ('${pair.join("','")}') and other.id in ('${pair.join("','")}') and other.id <> r.id`,
      );
      const { findings } = await verifyRecord();
      expect(findings.map(({ fault, rowId }) => [fault, rowId])).to.have.deep.members(
        pair.map((id) => ["altered", id]),
      );
    });

    it(`names the row of ${source} that was deleted`, async () => {
      const { id } = await someRow(source);
      await superuser.act(`delete from ${source} where id = '${id}'`);
      expect(await firstFinding()).to.deep.equal({ fault: "deleted", source, rowId: id });
    });

    it(`names the row of ${source} that was given another identity`, async () => {
      const { id } = await someRow(source);
      await superuser.act(`update ${source} set id = gen_random_uuid() where id = '${id}'`);
      expect(await firstFinding()).to.deep.equal({ fault: "deleted", source, rowId: id });
    });

    for (const age of ["new", "older than the last seal"]) {
      it(`names a row slipped into ${source}, ${age}, before and after it is sealed`, async () => {
        const id = await slipInto(source, age === "new" ? "pg_current_xact_id()" : "'3'::xid8");
        const found = { fault: "inserted", source, rowId: id };
        expect(await firstFinding()).to.deep.equal(found);
        await sealAll();
        expect(await firstFinding()).to.deep.equal(found);
      });
    }

    it(`names an altered row of ${source} although every seal from it on was made anew`, async () => {
      const { id, sequence } = await someRow(source);
      await superuser.act(
        `update ${source} set ${alterations[source][0] ?? ""} where id = '${id}'`,
      );
      await superuser.sealAnew(sequence);
      await superuser.act("delete from checkpoints");
      expect(await firstFinding()).to.deep.equal({ fault: "inserted", source, rowId: id });
    });

    it(`finds out that a row of ${source} was taken out with its seal and the chain closed again`, async () => {
      const { id, sequence } = await someRow(source);
      await takeOutOfChain(source, id, sequence);
      expect((await firstFinding())?.fault).to.be.oneOf(["seal-altered", "cut-short"]);
      await superuser.act("delete from checkpoints");
      expect((await firstFinding())?.fault).to.be.oneOf(["seal-altered", "cut-short"]);
    });
  }

  async function slipInto(source: Source, xid: string): Promise<string> {
    const [columns] = await superuser.act(
      `select string_agg(attname, ', ') as list from pg_attribute where attrelid = '${source}'::regclass
         and attnum > 0 and attname not in ('id', 'xid', 'sequence', 'paragraph_from')`,
    );
    const list = String(columns?.["list"]);
    const [names, values] = {
      events: ["", ""],
      movements: [", sequence", ", sequence + 1000"],
      notes: [", sequence, paragraph_from", ", sequence + 1000, paragraph_from + 1000"],
    }[source] as [string, string];
    const [copy] = await superuser.act(
      `insert into ${source} (id, xid, ${list}${names})
       select gen_random_uuid(), ${xid}, ${list}${values} from ${source} limit 1 returning id`,
    );
    return String(copy?.["id"]);
  }

  async function takeOutOfChain(source: Source, id: string, sequence: number): Promise<void> {
    await superuser.act(`delete from ${source} where id = '${id}'`);
    await superuser.act(`delete from seals where sequence = ${sequence}`);
    await superuser.act(`update seals set sequence = -sequence where sequence > ${sequence}`);
    await superuser.act("update seals set sequence = -sequence - 1 where sequence < 0");
    await superuser.sealAnew(sequence);
  }

  it("finds the closed chain out even after the record has grown past it", async () => {
    const { id, sequence } = await someRow("events");
    await takeOutOfChain("events", id, sequence);
    await superuser.act("delete from checkpoints");
    const officer = await anOfficer();
    const subject = { type: "post", id: officer.postId };
    for (const action of ["test.one", "test.two"]) {
      await transaction(() => record(officer, action, { subject }));
    }
    await sealAll();
    expect((await firstFinding())?.fault).to.equal("seal-altered");
  });

  it("names the altered row under a checkpoint although its seal was made anew, and that seal", async () => {
    const [last] = await superuser.act(
      "select source, row_id as id, sequence::integer from seals order by sequence desc limit 1",
    );
    const source = String(last?.["source"]) as Source;
    await superuser.act(
      `update ${source} set ${alterations[source][0] ?? ""} where id = '${String(last?.["id"])}'`,
    );
    await superuser.sealAnew(Number(last?.["sequence"]));
    expect((await verifyRecord()).findings.map(({ fault, rowId }) => [fault, rowId])).to.deep.equal(
      [
        ["inserted", last?.["id"]],
        ["seal-altered", last?.["id"]],
      ],
    );
  });

  it("names a seal that was taken out", async () => {
    await superuser.act("delete from seals where sequence = 3");
    const [first] = (await verifyRecord()).findings;
    expect(first).to.include({ fault: "seal-deleted", sequence: 3 });
  });

  for (const change of [
    "leaf = sha256(leaf)",
    "chain = sha256(chain)",
    "row_id = gen_random_uuid()",
  ]) {
    it(`notices a seal after: ${change}`, async () => {
      await superuser.act(`update seals set ${change} where sequence = 4`);
      const [first] = (await verifyRecord()).findings;
      expect(first?.sequence).to.equal(4);
    });
  }

  it("names an end that was cut off, with or without its checkpoints", async () => {
    await superuser.act("delete from seals where sequence > (select max(sequence) - 2 from seals)");
    expect((await verifyRecord()).findings.map(({ fault }) => fault)).to.include("cut-short");
    await superuser.act("delete from checkpoints");
    expect((await verifyRecord()).findings.map(({ fault }) => fault)).to.include("cut-short");
  });

  for (const change of [
    "at = at - interval '1 day'",
    "chain = sha256(chain)",
    "signature = 'AAAA'",
  ]) {
    it(`notices a checkpoint after: ${change}`, async () => {
      await superuser.act(`update checkpoints set ${change}`);
      expect((await firstFinding())?.fault).to.equal("seal-altered");
    });
  }

  for (const table of [...sources, "letters", "seals", "checkpoints"]) {
    it(`is refused to the application in ${table}`, async () => {
      for (const act of [
        `update ${table} set ${table === "seals" || table === "checkpoints" ? "sequence = 0" : "mark = ''"}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `alter table ${table} disable trigger all`,
        `drop table ${table} cascade`,
        "set session_replication_role = replica",
        "set role secretariat_owner",
      ]) {
        let said = "";
        await transaction(() => row(act)).catch((error: unknown) => (said = String(error)));
        expect(said, act).to.match(/permission denied|append-only|must be owner/);
      }
    });
  }
});
