import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startSession } from "../../app/base/index.ts";
import { roleNames } from "../../app/access/index.ts";
import { webApplication } from "../../app/web.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { askExactly } from "./secure-office.ts";

const ways = [
  "..",
  "%2e%2e",
  "%2E%2E",
  ".%2e",
  "%252e%252e",
  "%c0%ae%c0%ae",
  "%e0%80%ae%e0%80%ae",
  "%uff0e%uff0e",
  "....",
  "..;",
  "..%00",
  "%EF%BC%8E%EF%BC%8E",
];
const separators = ["/", "%2f", "%5c", "\\", "%252f", "//", "%c0%af", "%ef%bc%8f"];
const targets = [
  "package.json",
  "app/web.ts",
  ".git/config",
  "var/secrets.json",
  "etc/passwd",
  "build/app/main.js",
];
const doors = ["/assets/", "/documents/", "/uploads/", "/"];

/** A sign of each target: none of them may come back. */
const inside = /"dependencies"|koa\.use|\[core\]|root:x:0|"ownerPassword"|import \{/;

const climbs = ways.flatMap((way) =>
  separators.flatMap((separator) =>
    targets.map((target, number) => {
      const step = way + separator;
      return doors[number % doors.length] + step.repeat(1 + (number % 5)) + target;
    }),
  ),
);

/** What is left lying about on servers. */
const leftovers =
  "/.git/HEAD /.git/config /.svn/entries /.hg/store /.env /.npmrc /.DS_Store /package.json /package-lock.json /tsconfig.json /web.config /server-status /nginx.conf /backup.zip /dump.sql /id_rsa /.well-known/ /assets/ /assets /app/ /build/ /var/ /node_modules/ /documents/ /metrics /healthz/ready /debug /console /phpinfo.php /actuator/env /swagger.json /graphql /test /assets/app.js.map /assets/.. /assets/. /assets/%00".split(
    " ",
  );

describe("Ways out of a folder", () => {
  sandboxed();
  let server: Server;
  before(async () => {
    server = createServer(webApplication());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  after(() => server.close());

  async function signedIn(): Promise<Readonly<Record<string, string>>> {
    const { accountId, postId } = await anOfficer({ roles: roleNames });
    const token = await startSession({
      accountId,
      actingPostId: postId,
      language: "en",
      secondFactor: true,
      provedAt: Date.now(),
    });
    return { host: "localhost", cookie: `session=${token}`, accept: "application/json" };
  }

  async function leakedAt(path: string, headers: Readonly<Record<string, string>>) {
    const { port } = server.address() as AddressInfo;
    const { status, text } = await askExactly(port, path, { headers });
    return status >= 500 || inside.test(text) ? [`${status} ${path}`] : [];
  }

  it("are at least three hundred, and lead to no file that is not served", async function () {
    this.timeout(60_000);
    expect(climbs.length).to.be.at.least(300);
    const headers = await signedIn();
    const leaked: string[] = [];
    for (const path of climbs) {
      leaked.push(...(await leakedAt(path, headers)));
    }
    expect(leaked).to.deep.equal([]);
  });

  it("are none for names in fields that look like paths", async function () {
    this.timeout(60_000);
    const headers = await signedIn();
    const leaked: string[] = [];
    for (const climb of climbs.slice(0, 120)) {
      const name = encodeURIComponent(climb.replace(/^\/(assets|documents|uploads)?\/?/, ""));
      leaked.push(...(await leakedAt(`/documents/${name}`, headers)));
      leaked.push(...(await leakedAt(`/track?q=${name}`, headers)));
    }
    expect(leaked).to.deep.equal([]);
  });

  it("show no folder, no source, no copy and no tool left lying about", async () => {
    const headers = await signedIn();
    const { port } = server.address() as AddressInfo;
    const answered: string[] = [];
    for (const path of leftovers) {
      const { status, text } = await askExactly(port, path, { headers });
      if (status !== 404 || inside.test(text) || /Index of|Directory/i.test(text)) {
        answered.push(`${status} ${path}`);
      }
    }
    expect(answered).to.deep.equal([]);
  });
});
