import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { config } from "../../app/base/index.ts";
import { noteKeys } from "../../app/base/encryption/known-keys.ts";
import { withCredentials } from "../../installer/local/credentials.ts";
import { freePort } from "../../installer/local/free-port.ts";
import { unsandboxed } from "../support/sandbox.ts";

const product = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "product-with-keys");
const main = join(product, "main.js");
const hidden = ["SECRETARIAT_OWNER_DATABASE_URL", "SECRETARIAT_TEST_SUPERUSER_URL"];

describe("Starting with keys", function () {
  unsandboxed();
  this.timeout(120_000);
  let folder = "";
  before(async () => {
    await noteKeys();
    cpSync("build/app", product, { recursive: true }); // a build begun meanwhile must not be met
  });
  after(() => rmSync(product, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "keys-"));
    cpSync(config().KEYS_FOLDER, join(folder, "keys"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const keys = () => join(folder, "keys");
  const environment = async (): Promise<Record<string, string>> => {
    const given = Object.fromEntries(
      Object.entries(process.env).filter(
        (entry): entry is [string, string] =>
          entry[0].startsWith("SECRETARIAT_") &&
          !hidden.includes(entry[0]) &&
          entry[1] !== undefined,
      ),
    );
    return {
      ...withCredentials(given, join(folder, "credentials")),
      SECRETARIAT_KEYS_FOLDER: keys(),
      SECRETARIAT_WEB_PORT: String(await freePort(0)),
      SECRETARIAT_HEALTH_PORT: String(await freePort(0)),
      SECRETARIAT_SECURE_COOKIES: "true",
      SECRETARIAT_OUTBOUND_TO_LOOPBACK: "false",
      SECRETARIAT_LOG_LEVEL: "info",
    };
  };

  const refusal = async (): Promise<string> => {
    const ran = spawnSync(process.execPath, [main, "keys", "list"], {
      env: { ...(await environment()), SECRETARIAT_LOG_LEVEL: "error" },
      encoding: "utf8",
    });
    expect(ran.status).to.equal(1);
    return ran.stdout + ran.stderr;
  };

  for (const name of ["encryption-0001.key", "lookup.key"]) {
    it(`is refused in one sentence without ${name}, and with another in its place`, async () => {
      rmSync(join(keys(), name));
      expect(await refusal()).to.match(/lacks the keys of this database .*restore the keys/);
      expect(readdirSync(keys())).to.not.contain(name);
      writeFileSync(join(keys(), name), Buffer.alloc(32, 7), { mode: 0o600 });
      expect(await refusal()).to.match(/lacks the keys of this database .*restore the keys/);
    });

    it(`is refused where others may read ${name}`, async () => {
      chmodSync(join(keys(), name), 0o644);
      expect(await refusal()).to.contain("may be read by others than its owner");
    });
  }

  it("lists the keys, and what only each of them opens", async () => {
    const ran = spawnSync(process.execPath, [main, "keys"], {
      env: await environment(),
      encoding: "utf8",
    });
    // Files before this one may have made more keys: there are as many as the folder has.
    const files = readdirSync(keys()).filter((name) => name.startsWith("encryption-"));
    const key = String.raw`\{"id":"\d{4}-[0-9a-f]{12}","contents":\d+,"values":\d+\}`;
    const all = new RegExp(`"keys":\\[(${key},?){${files.length}}\\]`);
    expect(ran.stdout, ran.stderr).to.match(all);
    expect(ran.status).to.equal(0);
  });

  for (const role of ["web", "worker"]) {
    it(`leaves no secret in the environment and the command line of the ${role}`, async () => {
      const env = await environment();
      const child = spawn(process.execPath, [main, role], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      try {
        const said = await untilReady(child, Number(env["SECRETARIAT_HEALTH_PORT"]));
        const shown = ["environ", "cmdline"]
          .map((file) => readFileSync(`/proc/${child.pid}/${file}`, "latin1"))
          .join("\n");
        expect(shown).to.contain("CREDENTIALS_DIRECTORY");
        for (const secret of secretsOf(env["CREDENTIALS_DIRECTORY"] ?? "")) {
          expect(shown.includes(secret)).to.equal(false);
          expect(said.join("").includes(secret)).to.equal(false);
        }
      } finally {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
    });
  }
});

/** The passwords inside the addresses, and every key. */
function secretsOf(credentials: string): string[] {
  const names = readdirSync(credentials);
  expect(names).to.include.members(["database-url", "redis-url"]);
  const passwords = names.map(
    (name) => new URL(readFileSync(join(credentials, name), "utf8")).password,
  );
  const files = readdirSync(config().KEYS_FOLDER).filter((name) => name.endsWith(".key"));
  const keys = files.flatMap((name) => {
    const key = readFileSync(join(config().KEYS_FOLDER, name));
    return [key.toString("latin1"), key.toString("hex"), key.toString("base64")];
  });
  expect(passwords.every((password) => password.length > 20)).to.equal(true);
  return [...passwords, ...keys];
}

async function untilReady(child: ChildProcess, port: number): Promise<string[]> {
  const said: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  for (const deadline = Date.now() + 60_000; !(await isReady(port));) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(said.join(""));
    }
    await pause(100);
  }
  return said;
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: "/healthz/ready" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}
