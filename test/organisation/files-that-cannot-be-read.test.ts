import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import ExcelJS from "exceljs";
import { readStored, withStoredFile } from "../../app/base/index.ts";
import { readSheet } from "../../app/organisation/employee-import/read-sheet.ts";
import { readDay } from "../../app/organisation/employee-import/read-day.ts";
import { importColumns } from "../../app/organisation/employee-import/columns.ts";
import { refused } from "../support/expectations.ts";
import { aCsv, aFile, aLine, anAdministrator, anXlsx } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Files of the employee master", () => {
  sandboxed();

  const read = async (content: string | Uint8Array) =>
    withStoredFile((await aFile("master.xlsx", content)).sha256, (path) => readSheet(path));

  const refusalOfFile = async (content: string | Uint8Array): Promise<string> =>
    (await refused(read(content))).fields[0]?.words ?? "";

  const headers = importColumns.filter(({ mandatory }) => mandatory);

  it("that are no table are refused with what they are", async () => {
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const encrypted = Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]);
    const xlsx = await anXlsx([aLine()]);
    const cut = (await buffer(readStored(xlsx.sha256))).subarray(0, -40);
    expect(await refusalOfFile("%PDF-1.7 …")).to.contain("a PDF");
    expect(await refusalOfFile(compound)).to.contain("old XLS");
    expect(await refusalOfFile(encrypted)).to.contain("protected by a password");
    expect(await refusalOfFile(Buffer.from([0xff, 0xd8, 0, 0, 1]))).to.contain("not a table");
    expect(await refusalOfFile(cut)).to.contain("damaged");
    expect(await refusalOfFile(await aZip())).to.contain("not an Excel workbook");
    expect(await refusalOfFile(Buffer.from("नाम,कोड\nक\xe0", "latin1"))).to.contain("UTF-8");
    expect(await refusalOfFile('Name,"Code\n1,2')).to.contain("quotation");
  });

  it("lack no column that is needed, and have none twice", async () => {
    const missing = await refused(read("Name,Employee code\na,b"));
    expect(missing.fields[0]?.gaps?.["columns"]).to.contain("Date of birth (जन्म दिनांक)");
    const twice = await refused(read("Name,E-mail,Email\na,b,c"));
    expect(twice.fields[0]?.gaps).to.deep.equal({ one: "B", other: "C", header: "Email" });
    expect(await refusalOfFile(headers.map(({ nameHi }) => nameHi).join(","))).to.contain("no row");
  });

  it("may have Hindi headers in any order, semicolons, a byte order mark, blank rows and other columns", async () => {
    const names = [...headers.map(({ nameHi }) => nameHi), "कुछ और"].toReversed();
    const sheet = await read(
      `\uFEFF${names.join(";")}\n\n;;;;;;;;;;\nx;${names.slice(1).join(";")}\n`,
    );
    expect(sheet.rows.map(({ number }) => number)).to.deep.equal([4]);
    expect(sheet.rows[0]?.cells["code"]).to.equal("कर्मचारी कोड");
    expect(
      sheet.columns.filter(({ key }) => key === null).map(({ letters }) => letters),
    ).to.deep.equal(["A"]);
  });

  it("have at most a lakh of rows", async () => {
    const row = `${headers.map(() => "x").join(",")}\n`;
    const content = `${headers.map(({ nameEn }) => nameEn).join(",")}\n${row.repeat(100_001)}`;
    expect(await refusalOfFile(content)).to.contain("1,00,000");
  });

  it("write days in three ways", () => {
    expect(["15.08.1980", "15/8/1980", "1980-08-15", "29448"].map(readDay)).to.deep.equal(
      Array.from({ length: 4 }, () => "1980-08-15"),
    );
    expect(["31.02.1980", "1980", "x", "8/15/1980"].map(readDay).slice(0, 1)).to.deep.equal([
      undefined,
    ]);
  });

  it("come by the browser: read, shown with the cell, taken over, undone", async () => {
    const administrator = await anAdministrator();
    const browser = await visitAs(administrator, "hi");
    const file = await aCsv([aLine({ designation: "NONE" })]);
    const bytes = await buffer(readStored(file.sha256));
    const received = await browser.upload("/office/imports", {}, [{ name: "मास्टर.csv", bytes }]);
    expect(received.status).to.equal(303);
    const page = await browser.get(`${received.location}?change=wrong`);
    expect(page.$(".mistake strong").text()).to.equal("J2");
    expect(page.$(".mistake").text()).to.contain("NONE नाम का कोई पदनाम नहीं है");
    const refusedPage = await browser.post(`${received.location}/commit`);
    expect([refusedPage.status, refusedPage.$(".error-summary").length]).to.deep.equal([409, 1]);
    const bad = await browser.upload("/office/imports", {}, [
      { name: "a.csv", bytes: Buffer.from("%PDF-1.4") },
    ]);
    expect(bad.status).to.equal(422);
    expect(bad.$(".field-error").text()).to.contain("PDF");
  });

  it("start from an empty table with every column, in either form", async () => {
    const browser = await visitAs(await anAdministrator(), "hi");
    const csv = await browser.get("/office/imports/template.csv");
    expect(csv.text.split(",").length).to.equal(importColumns.length);
    expect((await browser.get("/office/imports/template.xlsx")).status).to.equal(200);
    const program = await programOf(await anAdministrator());
    expect((await program.get("/office/imports")).json()).to.have.property("imports");
  });
});

async function aZip(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("x");
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return Buffer.from(
    bytes.toString("latin1").replaceAll("xl/workbook.xml", "xl/workbooz.xml"),
    "latin1",
  );
}
