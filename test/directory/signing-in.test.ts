import { expect } from "chai";
import { change } from "../../app/base/index.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { anEntry, aSlapd, base, passwordOf, freePort, type Slapd } from "../support/slapd.ts";
import { visitAs } from "../support/visit.ts";
import {
  anOfficerOf,
  attempt,
  authorityForSuite,
  directoryOf,
  failuresOf,
  use,
} from "./a-directory.ts";

const refusalWords = /not right/;

describe("Signing in by the directory", function () {
  this.timeout(20_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;

  before(async function () {
    this.timeout(30_000);
    const people = [
      anEntry({ uid: "ramesh", employeeNumber: "CG1", "cn;lang-hi": "रमेश साहू" }),
      anEntry({ uid: "asha", employeeNumber: "CG2", cn: ["आशा नेताम", "Asha Netam"] }),
      anEntry({ uid: "inactive", employeeNumber: "CG3", inetUserStatus: "Inactive" }),
      anEntry({ uid: "expired", employeeNumber: "CG4", nicAccountExpDate: "20200101000000Z" }),
      anEntry({ uid: "retired", employeeNumber: "CG5", nicDateOfRetirement: "20251130000000Z" }),
      anEntry({ uid: "serving", employeeNumber: "CG6", nicDateOfRetirement: "20991130000000Z" }),
      anEntry({ uid: "lockable", employeeNumber: "CG7" }),
      anEntry({ uid: "renamed", employeeNumber: "CG8" }),
      anEntry({ uid: "otherperson", employeeNumber: "CG999" }),
    ];
    slapd = await aSlapd({ authority: authority(), people });
  });

  after(async () => {
    await slapd.remove();
  });

  beforeEach(() => use(directoryOf(authority(), [slapd.ldaps])));

  const codes: Readonly<Record<string, string>> = {
    ramesh: "CG1",
    asha: "CG2",
    inactive: "CG3",
    expired: "CG4",
    retired: "CG5",
    serving: "CG6",
    lockable: "CG7",
    renamed: "CG8",
    otherperson: "CG9",
  };

  const officerOf = (uid: string) => anOfficerOf(uid, codes[uid] ?? "");

  for (const way of ["ldaps", "ldap"] as const) {
    it(`opens a session over ${way === "ldap" ? "StartTLS" : "LDAPS"}, and links the person once`, async () => {
      use(directoryOf(authority(), [slapd[way]]));
      const officer = await officerOf("ramesh");
      const first = await attempt("ramesh", passwordOf("ramesh"));
      expect([first.status, first.location]).to.deep.equal([303, "/tray"]);
      const second = await attempt("RAMESH", passwordOf("ramesh"));
      expect(second.status).to.equal(303);
      expect(await eventsOf(officer.accountId)).to.deep.equal([
        "access.identity-linked",
        "access.signed-in",
        "access.signed-in",
      ]);
    });
  }

  it("knows names in Devanagari", async () => {
    await officerOf("asha");
    expect((await attempt("asha", passwordOf("asha"))).status).to.equal(303);
  });

  it("refuses a wrong password in the usual words, and counts it", async () => {
    const officer = await officerOf("ramesh");
    const answer = await attempt("ramesh", "wrong");
    expect(answer.status).to.equal(401);
    expect(answer.text).to.match(refusalWords);
    expect(await failuresOf(officer)).to.equal(1);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.sign-in-failed"]);
  });

  it("never sends an empty password, by form or by door", async () => {
    const { directoryDoor } = await import("../../app/directory/prove.ts");
    const { findAccountByLogin } = await import("../../app/access/account.ts");
    await officerOf("ramesh");
    expect((await attempt("ramesh", "")).status).to.equal(422);
    use(directoryOf(authority(), [`ldaps://localhost:${await freePort()}`]));
    const account = await findAccountByLogin("ramesh");
    expect(await directoryDoor.proves(account, "")).to.equal(false); // asking would have thrown: no server is there
  });

  it("takes no local password from an account of the directory", async () => {
    const { hashPassword } = await import("../../app/access/index.ts");
    const officer = await officerOf("ramesh");
    const passwordHash = await hashPassword("right-horse-battery");
    await change("accounts", { id: officer.accountId }, { passwordHash });
    expect((await attempt("ramesh", "right-horse-battery")).status).to.equal(401);
  });

  it("takes no password of the directory for an account that is not of the directory", async () => {
    const officer = await officerOf("ramesh");
    await change("accounts", { id: officer.accountId }, { door: "password" });
    expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(401);
  });

  it("says plainly why the directory has let somebody go, and only to who has proved himself", async () => {
    for (const [uid, sentence] of [
      ["inactive", /not active/],
      ["expired", /run out/],
      ["retired", /service has ended/],
    ] as const) {
      const officer = await officerOf(uid);
      const told = await attempt(uid, passwordOf(uid));
      expect(told.status, uid).to.equal(403);
      expect(told.text).to.match(sentence);
      expect((await attempt(uid, "wrong")).status).to.equal(401);
      expect(await eventsOf(officer.accountId)).to.deep.equal([
        "directory.sign-in-refused",
        "access.sign-in-failed",
      ]);
    }
    await officerOf("serving");
    expect((await attempt("serving", passwordOf("serving"))).status).to.equal(303);
  });

  it("says that the directory has locked an account after wrong passwords", async () => {
    const officer = await officerOf("lockable");
    for (const _ of [1, 2, 3]) {
      expect((await attempt("lockable", "wrong")).status).to.equal(401);
    }
    const locked = await attempt("lockable", passwordOf("lockable"));
    expect(locked.status).to.equal(403);
    expect(locked.text).to.match(/directory is locked/);
    expect((await eventsOf(officer.accountId)).at(-1)).to.equal("directory.sign-in-refused");
  });

  it("lets nobody guess against the directory once the account rests here", async () => {
    const officer = await officerOf("ramesh");
    const lockedUntil = new Date(Date.now() + 60_000);
    await change("accounts", { id: officer.accountId }, { lockedUntil });
    use(directoryOf(authority(), [`ldaps://localhost:${await freePort()}`]));
    expect((await attempt("ramesh", "wrong")).status).to.equal(429);
  });

  it("lets in nobody whose account is disabled here", async () => {
    const officer = await officerOf("ramesh");
    await change("accounts", { id: officer.accountId }, { disabledAt: new Date() });
    expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(401);
  });

  it("finds a person again who was renamed and moved", async () => {
    await officerOf("renamed");
    expect((await attempt("renamed", passwordOf("renamed"))).status).to.equal(303);
    await slapd.asRoot((client) => client.modifyDN(`uid=renamed,${base}`, `uid=newname,${base}`));
    expect((await attempt("renamed", passwordOf("renamed"))).status).to.equal(303);
    const own = await slapd.asRoot((client) => client.search(base, { filter: "(uid=newname)" }));
    expect(own.searchEntries).to.have.length(1);
  });

  it("puts somebody to decision whose code is another's, and lets him in once that is decided", async () => {
    const officer = await officerOf("otherperson");
    const told = await attempt("otherperson", passwordOf("otherperson"));
    expect(told.status).to.equal(403);
    expect(told.text).to.match(/not linked to you yet/);
    const administrator = await visitAs(await anAdministrator());
    const queue = await administrator.get("/identities");
    const waiting = queue
      .$("main tr")
      .filter((_, line) => queue.$(line).text().includes("directory:nic"));
    const address = waiting.find("a").attr("href") ?? "";
    const decided = await administrator.post(`${address}/link`, {
      employeeId: officer.employeeId,
    });
    expect(decided.location).to.equal("/identities");
    expect((await attempt("otherperson", passwordOf("otherperson"))).status).to.equal(303);
  });
});
