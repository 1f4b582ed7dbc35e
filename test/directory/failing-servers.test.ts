import { createServer, type Server, type Socket } from "node:net";
import { expect } from "chai";
import { change, row, startSession } from "../../app/base/index.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import {
  anAuthority,
  anEntry,
  aSlapd,
  base,
  freePort,
  passwordOf,
  suffix,
  type Slapd,
} from "../support/slapd.ts";
import { visitAsStranger } from "../support/visit.ts";
import {
  anOfficerOf,
  attempt,
  authorityForSuite,
  directoryOf,
  failuresOf,
  use,
} from "./a-directory.ts";

describe("A directory whose servers fail", function () {
  this.timeout(20_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;
  let wrongName: Slapd;
  let bare: Slapd;

  before(async function () {
    this.timeout(30_000);
    const people = [anEntry({ uid: "ramesh", employeeNumber: "CG1" })];
    const loop = [`cn=loop,${suffix}`, `cn=loop,${base}`]
      .map(
        (dn) =>
          `dn: ${dn}\nobjectClass: referral\nobjectClass: extensibleObject\ncn: loop\nref: ldap://localhost:1/${dn}`,
      )
      .join("\n\n");
    const own = { authority: authority(), people };
    slapd = await aSlapd({ ...own, ldif: loop });
    wrongName = await aSlapd({ ...own, names: "DNS:elsewhere.example" });
    bare = await aSlapd({ ...own, withoutTls: true });
  });

  after(async () => {
    await slapd.remove();
    await wrongName.remove();
    await bare.remove();
  });

  const officerOf = (uid: string) => anOfficerOf(uid, "CG1");

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
    const other = await anAuthority(`${authority().folder}/other`);
    await officerOf("ramesh");
    for (const url of [slapd.ldaps, slapd.ldap]) {
      use(directoryOf(other, [url]));
      expect((await attempt("ramesh", passwordOf("ramesh"))).status).to.equal(503);
    }
  });

  it("believes no certificate of another name", async () => {
    await officerOf("ramesh");
    for (const url of [wrongName.ldaps, wrongName.ldap]) {
      use(directoryOf(authority(), [url]));
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
