import { expect } from "chai";
import { change, insert } from "../../app/base/index.ts";
import { coverDetails, findPlacedFile, openFile } from "../../app/files/index.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aFile, someHeads } from "../support/file-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const cover = { subject: "भू-अर्जन प्रकरण", mainCategory: "land" };

describe("Opening a file", () => {
  sandboxed();

  /** A section of a department, both with the numbers that stand in Chhattisgarh's file numbers. */
  async function aSection() {
    const department = await aUnit({ kind: "department" });
    const section = await aUnit({ parent: department });
    await change("units", { id: department.id }, { number: "1" });
    await change("units", { id: section.id }, { number: "5" });
    const clerk = await anOfficer({ unit: section, roles: ["dealing-hand"] });
    const officer = await anOfficer({ unit: section, roles: ["section-officer"] });
    return { clerk, officer, ...(await someHeads(section.id, officer)) };
  }

  it("numbers from heads in Chhattisgarh's pattern, one serial after the other", async () => {
    const { clerk, basic } = await aSection();
    const program = await programOf(clerk);
    const year = new Date().getFullYear();
    for (const serial of [1, 2]) {
      const opened = await program.post("/files", { ...cover, basicHeadId: basic });
      expect(opened.status).to.equal(201);
      const { id, number } = opened.json() as { id: string; number: string };
      expect(number).to.equal(`एफ 10-${serial}/${year}/1/5`);
      expect(await eventsOf(id)).to.include.members(["item.created", "file.opened"]);
    }
  });

  it("passes over a number that was written by hand before its turn", async () => {
    const { clerk, basic } = await aSection();
    const year = new Date().getFullYear();
    await aFile(clerk, { freeNumber: `एफ 10-1/${year}/1/5` });
    const { number } = await openFile(clerk, {
      subject: "भू-अर्जन प्रकरण",
      mainCategory: "land",
      basicHeadId: basic,
    });
    expect(number).to.equal(`एफ 10-2/${year}/1/5`);
  });

  it("shows the number beforehand without taking it", async () => {
    const { clerk, basic } = await aSection();
    const visit = await visitAs(clerk);
    const year = new Date().getFullYear();
    for (let time = 0; time < 2; time += 1) {
      const { $ } = await visit.get(`/files/new/heads?basicHeadId=${basic}`);
      expect($(".number-figure").text()).to.equal(`एफ 10-1/${year}/1/5`);
    }
  });

  it("narrows the heads to those under the chosen one, with script and without", async () => {
    const { clerk, basic } = await aSection();
    const visit = await visitAs(clerk);
    const blank = await visit.get("/files/new");
    expect(blank.$("select[name=primaryHeadId]")).to.have.length(0);
    const fetched = await visit.get(`/files/new/heads?basicHeadId=${basic}`);
    expect(fetched.$("select[name=primaryHeadId] option")).to.have.length(2);
    const posted = await visit.post("/files", {
      _find: "heads",
      subject: "आधा लिखा",
      basicHeadId: basic,
    });
    expect(posted.$("select[name=primaryHeadId] option")).to.have.length(2);
    expect(posted.$("textarea[name=subject]").text().trim()).to.equal("आधा लिखा");
  });

  it("refuses a head that stands under another one", async () => {
    const { clerk, officer, primary } = await aSection();
    const program = await programOf(officer);
    const other = await program.post("/files/heads", {
      level: "basic",
      code: "11",
      nameEn: "Other",
      nameHi: "अन्य",
    });
    const { id } = other.json() as { id: string };
    const refused = await (
      await programOf(clerk)
    ).post("/files", {
      ...cover,
      basicHeadId: id,
      primaryHeadId: primary,
    });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include("primaryHeadId");
  });

  it("takes a free number once in a section", async () => {
    const { clerk } = await aSection();
    const visit = await visitAs(clerk);
    const given = { ...cover, numbering: "free", freeNumber: "F 1-1/2020" };
    expect((await visit.post("/files", given)).status).to.equal(303);
    const again = await visit.post("/files", given);
    expect(again.status).to.equal(409);
    expect(again.$(".error-summary").text()).to.include("already has a file with this number");
    expect(again.$("input[name=freeNumber]").val()).to.equal("F 1-1/2020");
  });

  it("says by the field what is missing, and keeps what was typed", async () => {
    const { clerk } = await aSection();
    const visit = await visitAs(clerk, "hi");
    const { $, status } = await visit.post("/files", { description: "कुछ <b>शब्द</b>" });
    expect(status).to.equal(422);
    expect($(".field-error").text()).to.include("इसे भरें");
    expect($("textarea[name=description]").text().trim()).to.equal("कुछ <b>शब्द</b>");
  });

  it("begins from a letter and puts it in as the first paper", async () => {
    const { clerk, basic } = await aSection();
    const { item } = await aReceipt(clerk, { subject: "ग्राम सेजबहार का मुआवजा" });
    await change("items", { id: item.id }, { openedAt: new Date() });
    const visit = await visitAs(clerk);
    const form = await visit.get(`/files/new?receiptId=${item.id}`);
    expect(form.$("textarea[name=subject]").text().trim()).to.equal("ग्राम सेजबहार का मुआवजा");
    const opened = await visit.post("/files", { ...cover, basicHeadId: basic, receiptId: item.id });
    const fileId = opened.location?.split("/")[2] ?? "";
    expect(await eventsOf(fileId)).to.include("file.receipt-put-in");
  });

  it("opens a part under its main file's number, and no part of a part", async () => {
    const { clerk } = await aSection();
    const main = await aFile(clerk, { freeNumber: "F 7/2026" });
    const visit = await visitAs(clerk);
    const form = await visit.get(`/files/new?mainFileId=${main.id}`);
    const number = String(form.$("input[name=freeNumber]").val());
    expect(number).to.equal("F 7/2026 (Part-1)");
    const part = await aFile(clerk, { freeNumber: number, mainFileId: main.id });
    expect((await coverDetails(clerk, main.id)).parts.map(({ id }) => id)).to.deep.equal([part.id]);
    expect((await findPlacedFile(clerk, part.id)).place.mainFile?.number).to.equal("F 7/2026");
    const second = await refused(aFile(clerk, { mainFileId: part.id }));
    expect(second.fields[0]?.field).to.equal("mainFileId");
  });

  it("lets dealing hands and officers open files, the registry and strangers to a main file not", async () => {
    for (const [role, expected] of [
      ["dealing-hand", "allowed"],
      ["section-officer", "allowed"],
      ["officer", "allowed"],
      ["secretary", "allowed"],
      ["registry", "forbidden"],
      ["administrator", "forbidden"],
      ["auditor", "forbidden"],
    ] as const) {
      const work = aFile(await anOfficer({ roles: [role] }));
      const outcome =
        expected === "allowed" ? await work.then(() => "allowed") : await refusalOf(work);
      expect(outcome, role).to.equal(expected);
    }
    const { clerk } = await aSection();
    const main = await aFile(clerk);
    const stranger = await anOfficer({ roles: ["dealing-hand"] });
    expect(await refusalOf(aFile(stranger, { mainFileId: main.id }))).to.equal("not-found");
  });

  it("lets section officers add heads for their section, and only administrators for the state", async () => {
    const { clerk, officer } = await aSection();
    const head = { level: "basic", code: "99", nameEn: "New", nameHi: "नया", forAll: true };
    expect((await (await programOf(clerk)).post("/files/heads", head)).status).to.equal(403);
    expect((await (await programOf(officer)).post("/files/heads", head)).status).to.equal(201);
    const elsewhere = await visitAs(await anOfficer({ roles: ["dealing-hand"] }));
    expect((await elsewhere.get("/files/heads")).text).not.to.include(">99<");
    const administrator = await anOfficer({ roles: ["administrator"] });
    await (await programOf(administrator)).post("/files/heads", { ...head, code: "98" });
    expect((await elsewhere.get("/files/heads")).text).to.include(">98<");
  });

  it("shows script and markup in every field as the words they are", async () => {
    const { clerk } = await aSection();
    const words = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
    const { id } = await aFile(clerk, {
      freeNumber: words,
      subject: words,
      description: words,
      subCategory: words,
      previousReferences: words,
      laterReferences: words,
      remarks: words,
    });
    await insert("folders", { id: id.replace(/^./, "f"), postId: clerk.postId, name: words });
    const visit = await visitAs(clerk);
    const addresses = [
      "",
      "?tab=details",
      "?tab=movement",
      "/cover",
      "/cover/edit",
      "/closure",
      "/notes",
    ];
    for (const address of [...addresses.map((end) => `/files/${id}${end}`), "/files"]) {
      const { $, status, text } = await visit.get(address);
      expect(status, address).to.equal(200);
      expect(text, address).not.to.include("<script>alert");
      expect($("img[src=x]"), address).to.have.length(0);
      expect($("body").text(), address).to.include("alert(1)");
    }
  });
});
