import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import PDFDocument from "pdfkit";
import { v7 as newId } from "uuid";
import { config, insert, readSession, readStored, startSession } from "../../app/base/index.ts";
import { hashPassword } from "../../app/access/index.ts";
import { hashOfToken, newTokenText } from "../../app/access/access-token.ts";
import { sealSecret } from "../../app/access/second-factor/keep-secret.ts";
import { freePort } from "../../installer/local/free-port.ts";
import { withCredentials } from "../../installer/local/credentials.ts";
import { findTraces, type Canary } from "../../installer/secrets-scan/find-traces.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aFile } from "../support/file-builders.ts";
import { aDesignation, aLine, aCsv } from "../support/organisation-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { bytesBelow, dumpOfDatabase, keptByRedis } from "../support/bytes-kept.ts";

const canary = (kind: string): string => `Kanarie-${kind}-${randomBytes(12).toString("hex")}`;
const mobile = (): string => `98${String(randomInt(1e8)).padStart(8, "0")}`;

/** Secrets are typed into the running product, rightly and wrongly; then everything it wrote is looked through. */
describe("Planted canaries", function () {
  unsandboxed();
  this.timeout(180_000);
  const planted = {
    password: canary("password"),
    wrongPassword: canary("wrong"),
    totp: randomBytes(20).toString("hex"),
    registered: mobile(),
    imported: mobile(),
    refused: mobile(),
    document: canary("document"),
    note: canary("note"),
    typed: canary("typed"),
  };
  const control = canary("control");
  let folder = "";
  let origin = "";
  const children: ChildProcess[] = [];
  const tokens: Record<string, string> = {};

  before(async () => {
    folder = mkdtempSync(join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "canaries-"));
    cpSync("build/app", join(folder, "app"), { recursive: true }); // a build begun meanwhile must not be met
    const port = await freePort(0);
    origin = `http://127.0.0.1:${port}`;
    await Promise.all(
      ["web", "worker"].map(async (role) => start(role, { port, health: await freePort(0) })),
    );
    await plant();
    await pause(1_500); // the worker and the log take their time
  });

  after(async () => {
    for (const child of children) {
      const ended = once(child, "exit");
      if (child.kill("SIGKILL")) {
        await ended;
      }
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const secrets = (): Canary[] =>
    Object.entries({ ...planted, ...tokens }).map(([name, text]) => ({ name, text }));

  it("stand in no log", () => {
    const logs = Buffer.concat(
      ["web.log", "worker.log"].map((name) => readFileSync(join(folder, name))),
    );
    expect(logs.toString()).to.contain("Web started").and.contain('"level":"info"');
    expect(findTraces(logs, secrets())).to.deep.equal([]);
  });

  it("stand in no dump of the database, but for what is its content", () => {
    const dump = dumpOfDatabase();
    expect(findTraces(dump, [{ name: "control", text: control }])).to.deep.equal(["control"]);
    const content = ["note"];
    expect(findTraces(dump, secrets()).filter((name) => !content.includes(name))).to.deep.equal([]);
  });

  it("stand in nothing that Redis keeps", async () => {
    const kept = await keptByRedis();
    expect(kept.length).to.be.above(1_000);
    expect(findTraces(kept, secrets())).to.deep.equal([]);
  });

  it("stand in no stored document, nor in its name", () => {
    const documents = bytesBelow(config().DOCUMENTS_FOLDER);
    expect(documents.length).to.be.above(1_000);
    expect(findTraces(documents, secrets())).to.deep.equal([]);
  });

  it("stand in the environment and on the command line of no process", () => {
    for (const { pid } of children) {
      const shown = ["environ", "cmdline"].map((name) => readFileSync(`/proc/${pid}/${name}`));
      expect(findTraces(Buffer.concat(shown), secrets())).to.deep.equal([]);
    }
  });

  async function start(role: string, { port, health }: { port: number; health: number }) {
    const given = Object.fromEntries(
      Object.entries(process.env).filter(
        (entry): entry is [string, string] =>
          entry[1] !== undefined && /^SECRETARIAT_(?!OWNER|TEST)/.test(entry[0]),
      ),
    );
    const env = {
      ...withCredentials(given, join(folder, role)),
      SECRETARIAT_WEB_PORT: String(port),
      SECRETARIAT_HEALTH_PORT: String(health),
      SECRETARIAT_ORIGIN: origin,
      SECRETARIAT_LOG_LEVEL: "info",
    };
    const log = openSync(join(folder, `${role}.log`), "w");
    const child = spawn(process.execPath, [join(folder, "app/main.js"), role], {
      env,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    children.push(child);
    for (const deadline = Date.now() + 60_000; !(await isReady(health));) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(readFileSync(join(folder, `${role}.log`), "utf8"));
      }
      await pause(100);
    }
  }

  async function plant(): Promise<void> {
    const officer = await anOfficer({
      roles: ["administrator", "dealing-hand", "officer"],
      passwordHash: await hashPassword(planted.password),
      nameEn: control,
    });
    await anAuthenticator(officer);
    await signIn(officer.login);
    const token = await startSession({
      accountId: officer.accountId,
      actingPostId: officer.postId,
      language: "en",
      provedAt: Date.now() + 3_600_000,
      secondFactor: true,
    });
    tokens["session"] = token;
    const csrf = (await readSession(token))?.csrf ?? "";
    const send = (path: string, body: FormData | URLSearchParams) => {
      body.append("_csrf", csrf);
      return ask(path, { method: "POST", headers: { cookie: `session=${token}` }, body });
    };
    expect(await send("/office/people", form(person(planted.registered)))).to.equal(303);
    expect(
      await send("/office/people", form({ ...person(planted.refused), bornOn: "x" })),
    ).to.equal(422);
    await papers(officer, send);
    const program = {
      authorization: `Bearer ${await aToken(officer)}`,
      "content-type": "application/json",
    };
    const query = new URLSearchParams({ q: planted.typed });
    expect(await ask(`/office/people?${query}`, { headers: program })).to.equal(200);
    const broken = { method: "POST", headers: program, body: `{"mobile": "${planted.refused}", ` };
    expect(await ask("/office/people", broken)).to.be.within(400, 499);
    const unknown = { headers: { authorization: `Bearer ${planted.typed}` } };
    expect(await ask("/tray", unknown)).to.be.within(300, 499);
  }

  async function signIn(login: string): Promise<void> {
    for (const [password, status] of [
      [planted.wrongPassword, 422],
      [planted.password, 303],
    ] as const) {
      const body = form({ login, password });
      const given = { method: "POST", headers: { origin }, body };
      expect(await ask("/sign-in", given), password).to.be.within(Math.min(303, status), status);
    }
  }

  async function papers(
    officer: AnOfficer,
    send: (path: string, body: FormData) => Promise<number>,
  ): Promise<void> {
    const pdf = await aPdfOf(planted.document);
    const csv = await aCsv([
      aLine({ designation: (await aDesignation()).code, mobile: planted.imported }),
    ]);
    const sheet = await buffer(readStored(csv.sha256));
    for (const [path, name, bytes] of [
      ["/documents", "letter.pdf", pdf],
      ["/office/imports", "master.csv", sheet],
    ] as const) {
      const body = new FormData();
      body.append("files", new Blob([Uint8Array.from(bytes)]), name);
      expect(await send(path, body), path).to.equal(303);
    }
    const file = await aFile(officer);
    const { status } = await saveDraftNote(officer, file.id);
    expect(status).to.equal(200);
  }

  async function saveDraftNote(officer: AnOfficer, fileId: string) {
    const authorization = `Bearer ${await aToken(officer)}`;
    return fetch(`${origin}/files/${fileId}/draft-note`, {
      method: "PUT",
      headers: { authorization, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ body: planted.note }),
    });
  }

  async function aToken({ accountId, postId }: AnOfficer): Promise<string> {
    const text = newTokenText();
    tokens[`token ${Object.keys(tokens).length}`] = text;
    await insert("access_tokens", {
      id: newId(),
      accountId,
      postId,
      name: "canary",
      tokenHash: hashOfToken(text),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    return text;
  }

  async function anAuthenticator({ accountId }: AnOfficer): Promise<void> {
    const id = newId();
    await insert("authenticator_apps", {
      id,
      accountId,
      name: "phone",
      lastStep: 0,
      addedAt: new Date(),
      secret: sealSecret(id, planted.totp),
    });
  }

  async function ask(path: string, init: RequestInit): Promise<number> {
    const headers = { accept: "text/html", ...(init.headers as Record<string, string>) };
    const response = await fetch(origin + path, { redirect: "manual", ...init, headers });
    const given = /session=([^;,]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1];
    if (given) {
      tokens[`session ${Object.keys(tokens).length}`] = given;
    }
    await response.arrayBuffer();
    return response.status;
  }
});

/** A letter that has these words in clear in its bytes. */
function aPdfOf(words: string): Promise<Buffer> {
  const pdf = new PDFDocument({ compress: false, info: { Title: words } });
  pdf.text(words);
  pdf.end();
  return buffer(pdf);
}

function form(values: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(values);
}

function person(number: string) {
  const code = randomBytes(5).toString("hex");
  return {
    code,
    salutation: "Shri",
    nameEn: "Ramesh Sahu",
    nameHi: "रमेश साहू",
    gender: "male",
    bornOn: "1985-05-05",
    joinedOn: "2008-08-08",
    email: `${code}@cg.example`,
    mobile: number,
  };
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: "/healthz/ready" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}
