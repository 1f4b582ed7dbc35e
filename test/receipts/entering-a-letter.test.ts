import { expect } from "chai";
import { v7 as newId } from "uuid";
import { row, rows } from "../../app/base/index.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aDocument, aPdf, aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, type Shown } from "../support/visit.ts";

const typed = {
  nature: "physical",
  subject: "भू-अर्जन का मुआवजा",
  deliveryMode: "speed_post",
  receivedOn: "2026-11-02",
  letterNumber: "क/12/2026",
  senderType: "district",
  senderName: "कलेक्टर, रायपुर",
  mainCategory: "land",
} as const;

const numbersOf = (officer: AnOfficer) =>
  rows("select from receipts where diary_unit_id = $unit", { unit: officer.unitId });
const idOf = ({ location }: Shown): string =>
  /receipts\/([\da-f-]{36})/.exec(location ?? "")?.[1] ?? "";
const errorsIn = ({ $ }: Shown): string[] =>
  $(".error-summary li")
    .toArray()
    .map((line) => $(line).text());

describe("Entering a letter in the browser", () => {
  sandboxed();

  it("goes on to its number, with the next letter in focus", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const answer = await visit.post("/receipts", typed);
    expect(answer.status).to.equal(303);
    const page = await visit.get(answer.location ?? "");
    expect(page.$(".diarised-number").text()).to.match(/^1\/2026\//);
    expect(page.$("[data-enhance=focus]").attr("href")).to.equal("/receipts/new");
    expect(await eventsOf(idOf(answer))).to.deep.equal(["item.created", "receipt.diarised"]);
  });

  it("goes on to sending, or to another like it", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const send = await visit.post("/receipts", { ...typed, next: "send" });
    expect(send.location).to.match(/^\/items\/[\da-f-]{36}\/movements\/new$/);
    const copy = await visit.post("/receipts", { ...typed, letterNumber: "13", next: "copy" });
    const page = await visit.get(copy.location ?? "");
    expect(page.$("[name=senderName]").val()).to.equal(typed.senderName);
    expect(page.$("[name=subject]").val()).to.equal(typed.subject);
    expect(page.$("[name=mainCategory] [selected]").val()).to.equal("land");
  });

  it("remembers the choices of last time, and not the letter", async () => {
    const clerk = await anOfficer();
    await aReceipt(clerk, { deliveryMode: "courier", mainCategory: "pension" });
    const page = await (await visitAs(clerk)).get("/receipts/new");
    expect(page.$("[name=deliveryMode] [selected]").val()).to.equal("courier");
    expect(page.$("[name=mainCategory] [selected]").val()).to.equal("pension");
    expect(page.$("[name=subject]").val()).to.equal("");
  });

  it("shows a refused letter again with all that was typed and uploaded", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const electronic = { ...typed, nature: "electronic", receivedOn: "2099-01-01" };
    const file = { name: "पत्र.pdf", bytes: await aPdf({ pages: 2 }) };
    const refused = await visit.upload("/receipts", electronic, [file]);
    expect(refused.status).to.equal(422);
    expect(errorsIn(refused)).to.deep.equal(["This day is still to come."]);
    expect(refused.$("[name=subject]").val()).to.equal(typed.subject);
    const kept = String(refused.$("[name=documentIds]").val());
    expect(refused.$("iframe").attr("src")).to.include(`/documents/${kept}`);
    const again = { ...electronic, receivedOn: "2026-11-02", documentIds: kept };
    expect((await visit.post("/receipts", again)).status).to.equal(303);
  });

  it("says by the field why a file is no letter, and keeps those that are", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const files = [
      { name: "good.pdf", bytes: await aPdf() },
      { name: "bad.pdf", bytes: Buffer.from("not a PDF at all") },
    ];
    const refused = await visit.upload("/receipts", { ...typed, nature: "electronic" }, files);
    expect(refused.status).to.equal(422);
    expect(refused.$("#files-error").text()).to.include("bad.pdf is neither a PDF, a picture");
    expect(refused.$("[name=documentIds]")).to.have.length(1);
    expect(await numbersOf(clerk)).to.have.length(0);
  });

  it("adds and takes off documents without script", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const file = { name: "letter.pdf", bytes: await aPdf() };
    const added = await visit.upload("/receipts", { ...typed, _find: "files" }, [file]);
    expect(added.status).to.equal(200);
    const id = String(added.$("[name=documentIds]").val());
    const values = { ...typed, documentIds: id, _find: `remove:${id}` };
    const removed = await visit.post("/receipts", values);
    expect(removed.$("[name=documentIds]")).to.have.length(0);
    expect(await numbersOf(clerk)).to.have.length(0);
  });

  it("shows what is here already, and diarises it all the same when told", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const first = await visit.post("/receipts", typed);
    const second = await visit.post("/receipts", typed);
    expect(second.status).to.equal(409);
    expect(second.$(".diary-duplicates a").attr("href")).to.equal(`/receipts/${idOf(first)}`);
    const third = await visit.post("/receipts", { ...typed, despiteDuplicates: "true" });
    expect(third.status).to.equal(303);
  });

  it("answers a form sent twice as the first time, also after the back button", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const form = { ...typed, _once: newId() };
    const first = await visit.post("/receipts", form);
    const second = await visit.post("/receipts", form);
    expect(second.location).to.equal(first.location);
    expect(await numbersOf(clerk)).to.have.length(1);
  });

  it("shows scripts in every field as the text they are", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const script = "<script>alert(1)</script>";
    const lines = ["subject", "senderName", "senderDesignation", "senderOrganisation", "city"];
    const more = [
      "state",
      "country",
      "ministry",
      "department",
      "address1",
      "address2",
      "subCategory",
    ];
    const last = ["letterNumber", "deliveryNumber", "enclosureRemarks", "remarks", "vipName"];
    const attack = Object.fromEntries([...lines, ...more, ...last].map((name) => [name, script]));
    const answer = await visit.post("/receipts", { ...typed, ...attack, vipType: "mla" });
    expect(answer.status).to.equal(303);
    const id = idOf(answer);
    for (const page of ["diarised", "", "edit"].map((name) => `/receipts/${id}/${name}`)) {
      const shown = await visit.get(page.replace(/\/$/, ""));
      expect(shown.status).to.equal(200);
      expect(shown.text).not.to.include(script);
    }
    for (const page of ["/receipts", "/receipts/print", "/receipts/senders?q=script"]) {
      expect((await visit.get(page)).text).not.to.include(script);
    }
  });

  it("refuses fields it does not know, and those too long", async () => {
    const program = await programOf(await anOfficer());
    const unknown = await program.post("/receipts", { ...typed, holder: "me" });
    expect(unknown.status).to.equal(422);
    expect(unknown.json()).to.have.nested.property("errors[0].field", "holder");
    const long = await program.post("/receipts", { ...typed, subject: "क".repeat(501) });
    expect(long.json()).to.have.nested.property("errors[0].field", "subject");
    const wrong = { ...typed, deliveryMode: "pigeon", pin: "x", email: "y", enclosuresFound: -1 };
    const fields = (await program.post("/receipts", wrong)).json() as {
      errors: { field: string }[];
    };
    expect(fields.errors.map(({ field }) => field).toSorted()).to.deep.equal([
      "deliveryMode",
      "email",
      "enclosuresFound",
      "pin",
    ]);
  });

  it("takes no hash for a file, whoever writes it", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const { sha256, bytes } = await aDocument(stranger);
    const file = { sha256, bytes, field: "files", name: "stolen.pdf" };
    const program = await programOf(clerk);
    const answer = await program.post("/receipts", {
      ...typed,
      nature: "electronic",
      files: [file],
    });
    expect(answer.status).to.equal(422);
    expect(await row("select from documents where name = 'stolen.pdf'")).to.equal(undefined);
  });

  it("gives a program the number", async () => {
    const program = await programOf(await anOfficer());
    const answer = await program.post("/receipts", typed);
    expect(answer.status).to.equal(201);
    expect(answer.json())
      .to.have.property("number")
      .that.matches(/^1\/2026\//);
  });
});

describe("A sender known from before", () => {
  sandboxed();

  const found = async (clerk: AnOfficer, words: string): Promise<string[]> => {
    const { $ } = await (
      await visitAs(clerk)
    ).get(`/receipts/senders?${new URLSearchParams({ q: words })}`);
    return $(".lookup-label")
      .toArray()
      .map((line) => $(line).text());
  };

  it("is found in either script, in this section only", async () => {
    const [clerk, elsewhere] = [await anOfficer(), await anOfficer()];
    await aReceipt(clerk, {
      senderName: "श्री दिनेश साहू",
      senderDesignation: "कलेक्टर",
      city: "रायपुर",
    });
    await aReceipt(clerk, { senderName: "Smt. Anita Verma", senderDesignation: "Director" });
    expect(await found(clerk, "Collector Raipur")).to.deep.equal(["श्री दिनेश साहू"]);
    expect(await found(clerk, "वर्मा")).to.deep.equal(["Smt. Anita Verma"]);
    expect(await found(clerk, "साहू")).to.deep.equal(["श्री दिनेश साहू"]);
    expect(await found(elsewhere, "Collector")).to.deep.equal([]);
  });

  it("is not learnt from confidential letters", async () => {
    const clerk = await anOfficer();
    await aReceipt(clerk, { senderName: "Secret Source", classification: "confidential" });
    expect(await found(clerk, "Secret")).to.deep.equal([]);
  });
});
