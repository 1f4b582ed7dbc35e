import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import { insert, readStored, row, rows, shred, store } from "../../app/base/index.ts";
import { encryptOldContents } from "../../app/base/encryption/encrypt-old-contents.ts";
import { keyProvider } from "../../app/base/encryption/keys.ts";
import { rewrapContents, countWrapped } from "../../app/base/encryption/rewrap-contents.ts";
import { addKey, retireKey, listKeys } from "../../app/base/encryption/rotate-keys.ts";
import { contentReferences } from "../../app/base/encryption/shred.ts";
import { openPlace } from "../../app/base/encryption/store-places.ts";
import { nobody } from "../../app/base/policy.ts";
import { refusalOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { filesOf, ownStore } from "./content-places.ts";
import "../../app/modules.ts";

describe("Changing keys", function () {
  unsandboxed();
  let own: ReturnType<typeof ownStore>;
  beforeEach(() => (own = ownStore(`keys-${randomUUID()}`)));
  afterEach(() => own.end());

  const aContent = async () => {
    const bytes = randomBytes(randomInt(200));
    return { bytes, sha256: (await store([bytes])).sha256 };
  };
  const opens = async ({ bytes, sha256 }: Awaited<ReturnType<typeof aContent>>) =>
    (await buffer(readStored(sha256))).equals(bytes);

  it("wraps every key anew, writes no ciphertext again, and is told in the record", async () => {
    const contents = await Promise.all(Array.from({ length: 20 }, aContent));
    const before = contents.map(({ sha256 }) => statSync(filesOf(sha256).object).ino);
    const id = await addKey();
    expect(await rewrapContents()).to.equal(20);
    expect(await rewrapContents()).to.equal(0);
    expect([...(await countWrapped())]).to.deep.equal([[id, 20]]);
    expect(contents.map(({ sha256 }) => statSync(filesOf(sha256).object).ino)).to.deep.equal(
      before,
    );
    expect(await Promise.all(contents.map(opens))).to.not.contain(false);
    expect(
      await row(
        "select 1 as told from events where action = 'encryption.key-added' and detail->>'key' = $id",
        { id },
      ),
    ).to.deep.equal({ told: 1 });
    expect(await row("select kind from encryption_keys where id = $id", { id })).to.deep.equal({
      kind: "wrapping",
    });
  });

  it("retires a key only when nothing needs it", async () => {
    const content = await aContent();
    const old = keyProvider().ids().at(-1) ?? "";
    await addKey();
    expect(String(await retireKey(old).catch(String))).to.contain("still opens something");
    const newest = keyProvider().ids().at(-1) ?? "";
    expect(String(await retireKey(newest).catch(String))).to.contain("is the newest");
    await rewrapContents();
    const uses = await listKeys();
    if (uses.find(({ id }) => id === old)?.values === 0) {
      await retireKey(old);
      const [retired] = await rows<{ at: Date | null }>(
        "select retired_at as at from encryption_keys where id = $old",
        { old },
      );
      expect(retired?.at).to.be.instanceOf(Date);
    }
    expect(await opens(content)).to.equal(true);
  });
});

describe("Contents stored open by an earlier release", () => {
  unsandboxed();
  let own: ReturnType<typeof ownStore>;
  beforeEach(() => (own = ownStore(`open-${randomUUID()}`)));
  afterEach(() => own.end());

  it("are read as they are, and encrypted by and by; a damaged one is left alone", async () => {
    const bytes = Buffer.from("a letter of last year");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const wrong = "0".repeat(64);
    for (const name of [sha256, wrong]) {
      mkdirSync(dirname(openPlace(name)), { recursive: true });
      writeFileSync(openPlace(name), bytes);
    }
    expect((await buffer(readStored(sha256))).equals(bytes)).to.equal(true);
    expect(await encryptOldContents()).to.equal(1);
    expect([existsSync(openPlace(sha256)), existsSync(openPlace(wrong))]).to.deep.equal([
      false,
      true,
    ]);
    expect((await buffer(readStored(sha256))).equals(bytes)).to.equal(true);
    expect(readFileSync(filesOf(sha256).object).includes(bytes)).to.equal(false);
    expect(await encryptOldContents()).to.equal(0);
  });
});

describe("Destroying a content", () => {
  unsandboxed();
  let own: ReturnType<typeof ownStore>;
  beforeEach(() => (own = ownStore(`shred-${randomUUID()}`)));
  afterEach(() => own.end());

  const aged = (path: string): void => utimesSync(path, 0, 0);

  it("leaves nothing to open, not even from a copy of the ciphertext, and is recorded", async () => {
    const { sha256 } = await store([Buffer.from("to be forgotten")]);
    const { envelope, object } = filesOf(sha256);
    const copy = readFileSync(object);
    aged(envelope);
    await shred(nobody, sha256, "Order 7/2026");
    expect(readdirSync(dirname(envelope))).to.deep.equal([]);
    writeFileSync(object, copy);
    expect(await buffer(readStored(sha256)).catch(() => "gone")).to.equal("gone");
    expect(
      await row(
        "select detail->>'reason' as reason from events where action = 'encryption.content-destroyed' order by at desc limit 1",
      ),
    ).to.deep.equal({ reason: "Order 7/2026" });
    expect(await refusalOf(shred(nobody, sha256, "again"))).to.equal("not-found");
  });

  it("is refused while a row refers to it, and while it has only just come in", async () => {
    const bytes = Buffer.from(randomUUID());
    const { sha256 } = await store([bytes]);
    expect(await refusalOf(shred(nobody, sha256, "x"))).to.equal("conflict");
    aged(filesOf(sha256).envelope);
    await store([bytes]); // it came in again
    expect(await refusalOf(shred(nobody, sha256, "x"))).to.equal("conflict");
    aged(filesOf(sha256).envelope);
    await insert("documents", {
      id: randomUUID(),
      sha256,
      bytes: bytes.length,
      mediaType: "application/pdf",
      pages: 1,
      name: "x.pdf",
      createdAt: new Date(),
      createdById: null,
      createdByPostId: null,
    });
    expect(await refusalOf(shred(nobody, sha256, "x"))).to.equal("conflict");
    expect((await buffer(readStored(sha256))).equals(bytes)).to.equal(true);
  });

  it("knows of every column that refers to contents", async () => {
    const columns = await rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and column_name ~ '(sha256|file_hash)$' order by 1`,
    );
    // They tell something of contents that others refer to, or of files that were not kept.
    const notContent = ["renditions.sha256", "scanned_contents.sha256", "vpn_lists.sha256"];
    const known = contentReferences().map(({ table, column }) => `${table}.${column}`);
    expect(known.toSorted()).to.deep.equal(
      columns.map(({ name }) => name).filter((name) => !notContent.includes(name)),
    );
  });
});
