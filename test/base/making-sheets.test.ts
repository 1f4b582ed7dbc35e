import { expect } from "chai";
import { buffer } from "node:stream/consumers";
import { sheet, type Download } from "../../app/base/index.ts";

const payloads = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil","x")'];
const commands = ["=cmd|' /C calc'!A0", "+cmd|x", '-2+3+cmd|"x"', "@x"];

async function textOf(made: Download, range?: { start: number; end: number }): Promise<string> {
  return (await buffer(made.open(range))).toString("utf8");
}

describe("A sheet", () => {
  for (const cell of [...payloads, ...commands]) {
    it(`holds ${JSON.stringify(cell)} as words, not as a formula`, async () => {
      const written = await textOf(sheet("a.csv", [["safe", cell]]));
      const [, second = ""] = /^\uFEFFsafe,"?([^]*)$/.exec(written) ?? [];
      expect(second[0]).to.equal("'");
    });
  }

  it("opens in Hindi: UTF-8 with its mark, lines as office programs expect them", async () => {
    const made = sheet("a.csv", [["क्रमांक"], ["१२"]]);
    expect(await textOf(made)).to.equal("\uFEFFक्रमांक\r\n१२\r\n");
    expect(made.bytes).to.equal(Buffer.byteLength("\uFEFFक्रमांक\r\n१२\r\n"));
  });

  it("is given in parts when a part is asked for", async () => {
    const made = sheet("a.csv", [["abcdef"]]);
    expect(await textOf(made, { start: 3, end: 5 })).to.equal("abc");
  });
});
