import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { config, readStored, store } from "../../app/base/index.ts";
import { keyProvider } from "../../app/base/encryption/keys.ts";
import { countWrapped, rewrapContents } from "../../app/base/encryption/rewrap-contents.ts";
import { ownStore } from "../encryption/content-places.ts";
import { unsandboxed } from "../support/sandbox.ts";

const deaths = 50;
const atOnce = 2;

/** Wraps everything under the newest key until it is killed, adding a key each time. */
const rotating = `
  const { keyProvider } = await import("./app/base/encryption/keys.ts");
  const { rewrapContents } = await import("./app/base/encryption/rewrap-contents.ts");
  const { presume } = await import("./app/base/standpoint.ts");
  presume("chore");
  process.stdout.write("begun");
  for (;;) {
    keyProvider().add();
    await rewrapContents();
  }
`;

describe("A change of keys that is killed", function () {
  unsandboxed();
  this.timeout(600_000);
  let own: ReturnType<typeof ownStore>;
  const running = new Set<ChildProcess>();
  before(() => (own = ownStore("killed")));
  after(() => {
    for (const child of running) {
      child.kill("SIGKILL");
    }
    own.end();
  });

  it(`${deaths} times while others store and read leaves every content to be opened`, async () => {
    const contents = await Promise.all(Array.from({ length: 60 }, aContent));
    const keysBefore = keyProvider().ids().length;
    let died = 0;
    const dieAgain = async (): Promise<void> => {
      for (; died < deaths; died += 1) {
        const child = await aRotation();
        await pause(randomInt(600));
        child.kill("SIGKILL");
        await once(child, "exit");
        running.delete(child);
        contents.push(await aContent());
        expect(await Promise.all(contents.map(opens))).to.not.contain(false);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, dieAgain));
    await pause(2_100); // the list of keys of this process is believed for so long
    expect(keyProvider().ids().length).to.be.above(keysBefore);
    await rewrapContents();
    expect([...(await countWrapped()).keys()]).to.deep.equal([keyProvider().ids().at(-1)]);
    expect(await Promise.all(contents.map(opens))).to.not.contain(false);
  });

  async function aRotation(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ["--input-type=module"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: {
        ...process.env,
        SECRETARIAT_DOCUMENTS_FOLDER: config().DOCUMENTS_FOLDER,
        SECRETARIAT_STORE_CHUNK_BYTES: String(config().STORE_CHUNK_BYTES),
      },
    });
    running.add(child);
    child.stdin.end(rotating);
    await Promise.race([
      once(child.stdout, "data"),
      once(child, "exit").then(() => Promise.reject(new Error("It ended by itself"))),
    ]);
    return child;
  }
});

interface Known {
  readonly bytes: Buffer;
  readonly sha256: string;
}

async function aContent(): Promise<Known> {
  const bytes = randomBytes(randomInt(600));
  return { bytes, sha256: (await store([bytes])).sha256 };
}

async function opens({ bytes, sha256 }: Known): Promise<boolean> {
  return (await buffer(readStored(sha256))).equals(bytes);
}
