import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { listCategories, listSubjects } from "../../app/demonstration/index.ts";
import { projectFile } from "../../app/base/paths.ts";

const folder = projectFile("app/demonstration/content");

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name), "utf8"), { columns: true });
}

const gapsOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe("The demonstration's content", () => {
  it("speaks both languages everywhere", () => {
    const missing = readdirSync(folder).flatMap((name) =>
      rowsOf(name).flatMap((row) =>
        Object.entries(row)
          .filter(([column, text]) => /(^|_)(en|hi)$/.test(column) && text === "")
          .map(([column]) => `${name}: ${column}`),
      ),
    );
    expect(missing).to.deep.equal([]);
  });

  it("writes the Hindi columns in Devanagari", () => {
    const wrong = readdirSync(folder).flatMap((name) =>
      rowsOf(name).flatMap((row) =>
        Object.entries(row)
          .filter(([column, text]) => /(^|_)hi$/.test(column) && !/[\u0900-\u097f]/.test(text))
          .map(([, text]) => `${name}: ${text}`),
      ),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("has sixty subjects and more, each of a known category, with the same gaps in both languages", () => {
    const categories = new Set(listCategories().map(({ code }) => code));
    expect(listSubjects().length).to.be.at.least(60);
    for (const { category, subject } of listSubjects()) {
      expect(categories.has(category), category).to.equal(true);
      expect(gapsOf(subject.hi), subject.en).to.deep.equal(gapsOf(subject.en));
    }
  });

  it("has more than a hundred and twenty sentences for notes, none twice", () => {
    const texts = rowsOf("sentences.csv").map((row) => row["text"] ?? "");
    expect(texts.length).to.be.at.least(120);
    expect(new Set(texts).size).to.be.at.least(120);
  });
});
