import { expect } from "chai";
import { makeCall } from "../../../installer/command/call.ts";
import { exit } from "../../../installer/command/exit-codes.ts";
import { tellKeys } from "../../../installer/command/families/keys/tell-keys.ts";

const old = { id: "0001-aaaaaaaaaaaa", contents: 0, values: 0 };
const fresh = { id: "0002-bbbbbbbbbbbb", contents: 7, values: 40 };

describe("The command about the keys of documents", () => {
  const told = (answer: Readonly<Record<string, unknown>>, language: "hi" | "en" = "en") => {
    const said: string[] = [];
    const output = { write: (line: string) => void said.push(line), warn: () => undefined };
    const given = { options: {}, positionals: [], language, json: false };
    const { call, facts } = makeCall(given, output);
    expect(tellKeys(call, answer)).to.equal(exit.ok);
    return { said, facts: facts() };
  };

  it("lists each with what only it opens, and which seals what is new", () => {
    const { said, facts } = told({ keys: [old, fresh] });
    expect(said).to.deep.equal([
      "  0001-aaaaaaaaaaaa: 0 documents and 0 private values open with it alone",
      "  0002-bbbbbbbbbbbb: 7 documents and 40 private values open with it alone; it seals all that is new",
    ]);
    expect(facts).to.deep.equal({ keys: [old, fresh] });
    expect(told({ keys: [old] }, "hi").said.join()).to.match(/नया सब इसी से/);
  });

  it("says after a change what was brought over, and that no backup has the new key yet", () => {
    const answer = { added: fresh.id, taken: { contents: 7, values: 40 }, keys: [old, fresh] };
    const { said, facts } = told(answer);
    expect(said[0]).to.match(/^7 documents and 40 private values were brought/);
    expect(said.at(-1)).to.match(/0002-bbbbbbbbbbbb is in no backup yet.*secretariat backup run/);
    expect(facts).to.deep.equal(answer);
  });

  it("says of a key that is not needed any more how long its file is kept", () => {
    const { said } = told({ retired: old.id, keys: [old, fresh] });
    expect(said[0]).to.match(
      /^The key 0001-aaaaaaaaaaaa is not needed.*as long as there are backups/,
    );
  });

  it("takes nothing for an answer that is none", () => {
    expect(() => told({ isReadOnly: true })).to.throw();
  });
});
