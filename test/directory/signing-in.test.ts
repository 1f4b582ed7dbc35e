import { createServer, type Server, type Socket } from "node:net";
import { expect } from "chai";
import { change, row, startSession } from "../../app/base/index.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import {
  anEntry,
  aSlapd,
  base,
  freePort,
  passwordOf,
  suffix,
  type Slapd,
} from "../support/slapd.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";
import { authorityForSuite, directoryOf, use } from "./a-directory.ts";

const refusalWords = /not right/;

describe("Signing in by the directory", function () {
  this.timeout(20_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;
  let wrongName: Slapd;
  let bare: Slapd;

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
    const loop = [
      `dn: cn=loop,${suffix}\nobjectClass: referral\nobjectClass: extensibleObject\ncn: loop\nref: ldap://localhost:1/cn=loop,${suffix}`,
      `dn: cn=loop,${base}\nobjectClass: referral\nobjectClass: extensibleObject\ncn: loop\nref: ldap://localhost:1/${base}`,
    ].join("\n\n");
    const own = { authority: authority() };
    slapd = await aSlapd({ ...own, people, ldif: loop });
    wrongName = await aSlapd({ ...own, people, names: "DNS:elsewhere.example" });
    bare = await aSlapd({ ...own, people, withoutTls: true });
  });

  after(async () => {
    await slapd.remove();
    await wrongName.remove();
    await bare.remove();
  });

  beforeEach(() => use(directoryOf(authority(), [slapd.ldaps])));

  const attempt = (login: string, password: string, language = "en") =>
    visitAsStranger("/sign-in", {
      method: "POST",
      headers: { accept: "text/html", "accept-language": language },
      body: new URLSearchParams({ login, password }),
    });

  let code = 0;
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

  /** An officer whose account comes in by the directory. */
  const officerOf = async (uid: string): Promise<AnOfficer> => {
    const officer = await anOfficer();
    code += 1;
    await change(
      "employees",
      { id: officer.employeeId },
      { code: codes[uid] ?? `CGX${code}`, email: `${uid}@cg.example` },
    );
    const account = { login: uid, door: "directory", mustChange: false };
    await change("accounts", { id: officer.accountId }, account);
    return { ...officer, login: uid };
  };

  const failuresOf = async ({ accountId }: AnOfficer) =>
    (
      await row<{ failures: number }>("select failures from accounts where id = $accountId", {
        accountId,
      })
    )?.failures;

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
    const address = queue.$("main td a, main th a").attr("href") ?? "";
    const decided = await administrator.post(`${address}/link`, {
      employeeId: officer.employeeId,
    });
    expect(decided.location).to.equal("/identities");
    expect((await attempt("otherperson", passwordOf("otherperson"))).status).to.equal(303);
  });

  describe("while servers fail", () => {
    const opens = async (servers: readonly string[], given = {}) => {
      use(directoryOf(authority(), servers, given));
      const officer = await officerOf("ramesh");
      const started = performance.now();
      const { status, text } = await attempt("ramesh", passwordOf("ramesh"));
      return { status, text, officer, took: performance.now() - started };
    };

    it("asks the next server when one is down", async () => {
      const nobody = `ldaps://localhost:${await freePort()}`;
      expect((await opens([nobody, slapd.ldaps])).status).to.equal(303);
    });

    it("gives a silent server its time, asks the next, and remembers", async () => {
      const silent = await aListener(() => undefined);
      try {
        for (const url of [`ldaps://localhost:${silent.port}`, `ldap://localhost:${silent.port}`]) {
          const first = await opens([url, slapd.ldaps], { timeoutSeconds: 0.5 });
          expect(first.status).to.equal(303);
          expect(first.took).to.be.within(450, 3_000);
          const heard = silent.connections();
          const again = await attempt("ramesh", passwordOf("ramesh"));
          expect(again.status).to.equal(303);
          expect(silent.connections()).to.equal(heard);
          await change(
            "accounts",
            { id: first.officer.accountId },
            { login: `was-${silent.port}${url.length}` },
          );
          await change(
            "employees",
            { id: first.officer.employeeId },
            { code: `W${url.length}`, email: `w${url.length}@x.example` },
          );
          await row("delete from identities where account_id = $id returning 1 as gone", {
            id: first.officer.accountId,
          });
        }
      } finally {
        silent.close();
      }
    });

    it("answers 503 in both languages when no server answers, counts no failure, and ends no session", async () => {
      const nobody = `ldaps://localhost:${await freePort()}`;
      const { status, text, officer } = await opens([nobody]);
      expect(status).to.equal(503);
      expect(text).to.match(/directory does not answer/);
      expect((await attempt("ramesh", "wrong", "hi")).text).to.contain("निर्देशिका");
      expect(await failuresOf(officer)).to.equal(0);
      expect(await eventsOf(officer.accountId)).to.deep.equal([]);
      const token = await startSession({
        accountId: officer.accountId,
        actingPostId: officer.postId,
        language: "en",
      });
      const inside = await visitAsStranger("/me", {
        headers: { accept: "text/html", cookie: `session=${token}` },
      });
      expect(inside.status).to.equal(200);
    });

    it("comes back by itself when the server does", async () => {
      await slapd.stop();
      expect((await opens([slapd.ldaps])).status).to.equal(503);
      await slapd.start();
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(303);
    });

    it("believes no certificate of another authority", async () => {
      const { anAuthority } = await import("../support/slapd.ts");
      const other = await anAuthority(`${authority().folder}/other`);
      for (const url of [slapd.ldaps, slapd.ldap]) {
        use(directoryOf(other, [url]));
        await officerOf("ramesh").catch(() => undefined);
        expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
      }
    });

    it("believes no certificate of another name", async () => {
      for (const url of [wrongName.ldaps, wrongName.ldap]) {
        use(directoryOf(authority(), [url]));
        await officerOf("ramesh").catch(() => undefined);
        expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
      }
    });

    it("sends no password where StartTLS is refused or stripped", async () => {
      expect((await opens([bare.ldap])).status).to.equal(503);
      const heard: Buffer[] = [];
      const stripper = await aListener((socket) => {
        socket.on("data", (data) => {
          heard.push(data);
          socket.write(Buffer.from("300c02010178070a010004000400", "hex")); // "go ahead", and then speaks plainly
        });
      });
      use(directoryOf(authority(), [`ldap://localhost:${stripper.port}`], { timeoutSeconds: 0.5 }));
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
      stripper.close();
      const text = Buffer.concat(heard).toString("latin1");
      expect(text).to.contain("1.3.6.1.4.1.1466.20037");
      expect(text).not.to.contain("ramesh-right-horse");
      expect(text).not.to.contain("the-password-of-our-own-entry");
    });

    it("opens no second connection when the first is lost after StartTLS was asked for", async () => {
      let connections = 0;
      const heard: Buffer[] = [];
      const dropper = await aListener((socket) => {
        connections += 1;
        socket.on("data", (data) => {
          heard.push(data);
          socket.write(Buffer.from("300c02010178070a010004000400", "hex"));
          socket.end();
        });
      });
      use(directoryOf(authority(), [`ldap://localhost:${dropper.port}`], { timeoutSeconds: 0.5 }));
      await officerOf("ramesh");
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
      dropper.close();
      expect(connections).to.equal(1);
      expect(Buffer.concat(heard).toString("latin1")).not.to.contain("password");
    });

    it("follows no referral, nor a loop of them", async () => {
      use(directoryOf(authority(), [slapd.ldaps], { base: `cn=loop,${suffix}` }));
      await officerOf("ramesh");
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
      use(directoryOf(authority(), [slapd.ldaps])); // the loop below people is passed by
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(303);
    });
  });
});

interface Listener {
  readonly port: number;
  readonly connections: () => number;
  readonly close: () => void;
}

/** A listener that takes connections and does with them what the test says. */
async function aListener(answer: (socket: Socket) => void): Promise<Listener> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    connections: () => sockets.length,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
