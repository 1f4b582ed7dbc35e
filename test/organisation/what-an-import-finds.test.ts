import { expect } from "chai";
import { inLanguage, row, t } from "../../app/base/index.ts";
import { commitImport } from "../../app/organisation/employee-import/commit-import.ts";
import { listRows } from "../../app/organisation/employee-import/import-queries.ts";
import { receiveImport } from "../../app/organisation/employee-import/receive-import.ts";
import { aPost, anOfficer, type AnOfficer } from "../support/builders.ts";
import {
  aCsv,
  aDesignation,
  aLine,
  anAdministrator,
  type Line,
} from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("An import of the employee master", () => {
  sandboxed();

  let administrator: AnOfficer;
  let designation: string;

  beforeEach(async () => {
    administrator = await anAdministrator();
    designation = (await aDesignation()).code;
  });

  const line = (given: Line = {}): Line => aLine({ designation, ...given });

  const read = async (...lines: Line[]): Promise<string> =>
    (await receiveImport(administrator, [await aCsv(lines)])).id;

  /** The mistakes of each row as `key: sentence`. */
  const mistakes = async (...lines: Line[]): Promise<string[][]> => {
    const { rows } = await listRows(await read(...lines), {});
    return rows.map((one) => one.mistakes.map(({ key, words }) => `${key}: ${words}`));
  };

  const codePost = async (): Promise<{ id: string; code: string }> => {
    const { id } = await aPost();
    const found = await row<{ code: string }>("select code from posts where id = $id", { id });
    return { id, code: found?.code ?? "" };
  };

  describe("finds in the cells", () => {
    const cases: [string, Line, string][] = [
      ["a missing name", { nameEn: "" }, "nameEn: Fill this in."],
      [
        "an unknown designation",
        { designation: "NONE" },
        "designation: There is no designation called {name}.",
      ],
      ["an unknown office", { unit: "NONE" }, "unit: There is no office called {name}."],
      ["an unknown post", { post: "NONE" }, "post: There is no open post called {name}."],
      [
        "an age below 18",
        { bornOn: "2015-01-01", joinedOn: "2033-01-01" },
        "bornOn: The person is younger than 18.",
      ],
      [
        "an age above 62",
        { bornOn: "01.01.1955", joinedOn: "1980-01-01" },
        "bornOn: The person is older than 62.",
      ],
      [
        "service before the 18th birthday",
        { joinedOn: "14.08.1998" },
        "joinedOn: Service cannot begin before the 18th birthday.",
      ],
      ["a date that is none", { bornOn: "31.02.1980" }, "bornOn: Write the date as dd.mm.yyyy."],
      [
        "a spoilt mobile number",
        { mobile: "9.87E+09" },
        "mobile: A mobile number has ten digits and begins with 6, 7, 8 or 9.",
      ],
      ["a false e-mail", { email: "ramesh" }, "email: This is not an e-mail address."],
      [
        "Hindi in an old font",
        { nameHi: "jes'k lkgw" },
        "nameHi: Write this in Unicode Hindi. Text of an old font such as Kruti Dev must be converted.",
      ],
      ["a formula", { room: "=A1+1" }, "room: This cell holds a formula. Paste the value instead."],
      ["a marking without a post", { marking: "SO-X" }, "post: Name the post as well."],
      ["a word that is no gender", { gender: "?" }, "gender: Write one of: {values}."],
    ];
    for (const [what, given, expected] of cases) {
      it(what, async () => {
        expect(await mistakes(line(given))).to.deep.equal([[expected]]);
      });
    }
  });

  it("finds code, e-mail and mobile used twice in the file, in both rows", async () => {
    const one = line();
    const found = await mistakes(
      one,
      line({ code: one["code"] ?? "", email: one["email"] ?? "", mobile: one["mobile"] ?? "" }),
    );
    for (const mine of found) {
      expect(mine.map((text) => text.split(":")[0])).to.deep.equal(["code", "email", "mobile"]);
    }
  });

  it("finds e-mail and mobile that belong to somebody else", async () => {
    const one = line();
    await commitImport(administrator, await read(one), { leaveOutWrong: false });
    expect(
      await mistakes(line({ email: one["email"] ?? "", mobile: one["mobile"] ?? "" })),
    ).to.deep.equal([
      [
        "email: Employee {code} has this e-mail.",
        "mobile: Employee {code} has this mobile number.",
      ],
    ]);
  });

  it("finds two substantive holders of one post, in the file and in the office", async () => {
    const post = await codePost();
    const posting = { post: post.code, postedOn: "01.04.2026" };
    const [one, two] = await mistakes(line(posting), line(posting));
    expect(one).to.deep.equal(["post: Row {row} puts another substantive holder on this post."]);
    expect(two).to.deep.equal(one);
    const officer = await anOfficer();
    const held = await row<{ code: string }>("select code from posts where id = $id", {
      id: officer.postId,
    });
    expect(await mistakes(line({ post: held?.code ?? "", postedOn: "01.04.2026" }))).to.deep.equal([
      ["post: Employee {code} holds this post substantively."],
    ]);
  });

  it("finds a line of reporting that comes back", async () => {
    const [first, second] = [await codePost(), await codePost()];
    const [one, two] = [
      line({ post: first.code, postedOn: "01.04.2026" }),
      line({ post: second.code, postedOn: "01.04.2026" }),
    ];
    const found = await mistakes(
      { ...one, reportsTo: two["code"] ?? "" },
      { ...two, reportsTo: one["code"] ?? "" },
    );
    expect(found).to.deep.equal([
      ["reportsTo: The line of reporting comes back to this post."],
      ["reportsTo: The line of reporting comes back to this post."],
    ]);
  });

  it("finds a marking abbreviation used twice", async () => {
    const posting = { postedOn: "01.04.2026", marking: "SO(RS)-EST-GAD" };
    const found = await mistakes(
      line({ post: (await codePost()).code, ...posting }),
      line({ post: (await codePost()).code, ...posting }),
    );
    expect(found[1]).to.deep.equal(["marking: Row {row} has the same marking abbreviation."]);
  });

  it("says every mistake in both languages", async () => {
    const { rows } = await listRows(await read(line({ mobile: "1" })), {});
    const sentence = rows[0]?.mistakes[0]?.words ?? "";
    expect(inLanguage("hi", () => t(sentence))).to.match(/\p{Script=Devanagari}/u);
  });
});
