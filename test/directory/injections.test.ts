import { expect } from "chai";
import { askDirectory } from "../../app/directory/ask.ts";
import { byLogin, bySubject, findPerson } from "../../app/directory/find-person.ts";
import type { Directory } from "../../app/directory/settings.ts";
import { anEntry, aSlapd, type Slapd } from "../support/slapd.ts";
import { authorityForSuite, directoryOf } from "./a-directory.ts";

/** What people try in the field of the login, to be found as somebody or everybody. */
const injections = [
  "*",
  "**",
  "r*",
  "ram*sh",
  "*)(uid=*",
  "*)(|(uid=*",
  "*))(|(uid=*",
  "*)(uid=*))(|(uid=*",
  "ramesh)(&",
  "ramesh)(|(cn=*)",
  "ramesh))(&(uid=*",
  "ramesh)(objectClass=*",
  "ramesh))%00",
  "ramesh\0",
  "ramesh)\0",
  "\0",
  "*)\0",
  "ramesh*)((|userPassword=*)",
  "admin)(!(uid=x",
  "admin*)((|userpassword=*)",
  "x)(|(userPassword=*)(objectClass=*",
  "*(|(mail=*))",
  "*(|(objectclass=*))",
  "*)(|(mail=*))",
  "*)(mail=*",
  "*))%00",
  ")",
  "(",
  "))",
  "()",
  ")(",
  "!(uid=*)",
  "&(uid=*)",
  "|(uid=*)",
  "(&(uid=*))",
  "(|(uid=*)(uid=*))",
  "(!(uid=nobody))",
  "!(nobody)",
  "\\2a",
  "\\2a\\29\\28uid=\\2a",
  "\\",
  "\\\\",
  "\\5c",
  "\\00",
  "ramesh\\",
  "\\72amesh",
  "%2a",
  "%2a%29%28uid%3d%2a",
  "%",
  "ramesh/",
  "//",
  "ramesh,ou=people,dc=nic,dc=in",
  "uid=ramesh,ou=people,dc=nic,dc=in",
  "ramesh+cn=x",
  "uid:dn:=ramesh",
  "uid:caseExactMatch:=ramesh)(uid=*",
  "ramesh;lang-hi",
  ">=a",
  "~=ramesh",
  "=*",
  "<=zzzz",
  "\u202eramesh",
  "ramesh\r\nbind",
  "＊",
  "ｒ＊",
  "रमेश*)(uid=*",
  "a".repeat(5_000),
  "(".repeat(2_000),
  "*)(uid=".repeat(500),
] as const;

describe("What is typed as a login", function () {
  this.timeout(30_000);

  const authority = authorityForSuite();
  let slapd: Slapd;
  let directory: Directory;

  before(async () => {
    const people = ["ramesh", "asha", "r_star"].map((uid) => anEntry({ uid }));
    slapd = await aSlapd({ authority: authority(), people });
    directory = directoryOf(authority(), [slapd.ldaps]);
  });

  after(() => slapd.remove());

  it("is at least fifty tries", () => {
    expect(new Set(injections).size).to.be.at.least(50);
  });

  it("finds its owner, and finds nobody for any trick", async () => {
    await askDirectory(directory, async (session) => {
      const whom = async (login: string) =>
        (await findPerson(session, directory, byLogin(directory, login)))?.login;
      expect(await whom("ramesh")).to.equal("ramesh");
      expect(await whom("ramesh@cg.example")).to.equal("ramesh");
      for (const typed of injections) {
        expect(await whom(typed), JSON.stringify(typed.slice(0, 60))).to.equal(undefined);
        const named = await findPerson(session, directory, bySubject(directory, typed));
        expect(named).to.equal(undefined);
      }
    });
  });

  it("is a value to the text of a filter too", () => {
    const text = byLogin(directory, "*)(uid=*").toString();
    expect(text).to.contain("\\2a\\29\\28uid=\\2a");
  });

  it("finds nobody where two answer to it", async () => {
    await slapd.asRoot((client) =>
      client.add("uid=asha2,ou=people,dc=nic,dc=in", {
        objectClass: "inetOrgPerson",
        cn: "Asha",
        sn: "Two",
        mail: "asha@cg.example",
      }),
    );
    await askDirectory(directory, async (session) => {
      const filter = byLogin(directory, "asha@cg.example");
      expect(await findPerson(session, directory, filter)).to.equal(undefined);
    });
  });
});
