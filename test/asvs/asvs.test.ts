import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import { sourcesOf } from "../architecture/sources.ts";
import type { Requirement } from "./requirement.ts";
import { requirements } from "./requirements.ts";

const page = readFileSync(projectFile("test/asvs/README.md"), "utf8");

/** Titles of cases and suites as they are written, by file: `movement/sending-an-item`. */
const titles = new Map(
  sourcesOf(projectFile("test"))
    .filter(({ path }) => path.endsWith(".test.ts"))
    .map(({ path, text }) => [
      path.slice(projectFile("test").length + 1).replace(/\.test\.ts$/, ""),
      [...text.matchAll(/(?:describe|it)\(\s*(["`])((?:(?!\1)[\s\S])*)\1/g)].map(
        ([, , title = ""]) => title,
      ),
    ]),
);

function countOf(judge: (requirement: Requirement) => boolean): number {
  return requirements.filter(judge).length;
}

/** The part before the first `: `, and what follows. */
function split(by: string): readonly [string, string] {
  const at = by.indexOf(": ");
  return [by.slice(0, at), by.slice(at + 2)];
}

describe("The table of ASVS 5.0.0", () => {
  it("has every requirement of levels 1 and 2 once, and those of level 3 that were chosen", () => {
    const ids = requirements.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).to.deep.equal([]);
    expect(ids.filter((id) => !/^\d{1,2}\.\d\.\d{1,2}$/.test(id))).to.deep.equal([]);
    expect(countOf(({ level }) => level === 1)).to.equal(70);
    expect(countOf(({ level }) => level === 2)).to.equal(183);
    expect(countOf(({ level }) => level === 3)).to.be.at.least(50);
  });

  it("names only tests that there are", () => {
    const missing = requirements
      .filter(({ state }) => state === "shown")
      .flatMap(({ id, by }) => by.map((one) => [id, one] as const))
      .filter(([, by]) => {
        const [file, part] = split(by);
        return part === "" || !titles.get(file)?.some((title) => title.includes(part));
      });
    expect(missing.map(([id, by]) => `${id} ${by}`).join("\n")).to.equal("");
    expect(countOf(({ state, by }) => state === "shown" && by.length === 0)).to.equal(0);
  });

  it("names only headings that there are", () => {
    const missing = requirements
      .filter(({ state }) => state === "by-document")
      .flatMap(({ id, by }) => by.map((one) => [id, ...split(one)] as const))
      .filter(([, path, heading]) => !hasHeading(path, heading));
    expect(missing.map((one) => one.join(" ")).join("\n")).to.equal("");
  });

  it("gives a reason for what is open or does not apply, and the open ones stand in README.md", () => {
    const rows = requirements
      .filter(({ state }) => state === "open")
      .map(({ id, level, about, reason }) => `| ${id} | L${level} | ${about} | ${reason} |`);
    const told = page.split("\n").map((line) => line.replace(/ +\|/g, " |"));
    expect(rows.filter((row) => !told.includes(row)).join("\n")).to.equal("");
    const listed = told.filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line));
    expect(listed.length).to.equal(rows.length);
    const bare = requirements.filter(
      ({ state, reason }) => ["open", "not-applicable"].includes(state) && reason.length < 8,
    );
    expect(bare.map(({ id }) => id)).to.deep.equal([]);
  });

  it("tells its figures as they are", () => {
    const figures = ["shown", "by-document", "not-applicable", "open"].map((state) =>
      countOf((requirement) => requirement.state === state),
    );
    const [byTest, byPage, absent, open] = figures;
    expect(page.replace(/\s+/g, " ")).to.contain(
      `${requirements.length} requirements: ${byTest} shown by tests, ${byPage} by a page, ${absent} do not apply, ${open} open.`,
    );
  });
});

function hasHeading(path: string, heading: string): boolean {
  return (
    existsSync(projectFile(path)) &&
    readFileSync(projectFile(path), "utf8")
      .split("\n")
      .some((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading)
  );
}
