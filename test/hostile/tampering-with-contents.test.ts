import { randomBytes, randomInt } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import { readStored, store } from "../../app/base/index.ts";
import { newContentKey, openChunk, sealChunk } from "../../app/base/encryption/chunks.ts";
import { filesOf, ownStore } from "../encryption/content-places.ts";

const chunk = 32;
const sealedChunk = chunk + 16;
const each = 1_250;

/** What somebody with the disk, but without the keys, may do to the ciphertext of a content. */
const changes: Readonly<Record<string, (sealed: Buffer, other: Buffer) => Buffer>> = {
  "a bit flipped": (sealed) => {
    const changed = Buffer.from(sealed);
    const at = randomInt(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << randomInt(8));
    return changed;
  },
  "cut short": (sealed) => sealed.subarray(0, randomInt(sealed.length)),
  "cut short by whole chunks": (sealed) =>
    sealed.subarray(0, randomInt(Math.ceil(sealed.length / sealedChunk)) * sealedChunk),
  lengthened: (sealed) => Buffer.concat([sealed, randomBytes(1 + randomInt(2 * sealedChunk))]),
  "a chunk doubled": (sealed) => {
    const at = sealedChunk * randomInt(Math.floor(sealed.length / sealedChunk));
    return Buffer.concat([sealed.subarray(0, at + sealedChunk), sealed.subarray(at)]);
  },
  "two chunks exchanged": (sealed) => {
    const changed = Buffer.from(sealed);
    changed.set(sealed.subarray(0, sealedChunk), sealedChunk);
    changed.set(sealed.subarray(sealedChunk, 2 * sealedChunk), 0);
    return changed;
  },
  "a chunk of another content": (sealed, other) => {
    const changed = Buffer.from(sealed);
    changed.set(other.subarray(0, sealedChunk), 0);
    return changed;
  },
  "all of another content": (_sealed, other) => other,
};

describe("A stored content that was tampered with", function () {
  this.timeout(120_000);
  let own: ReturnType<typeof ownStore>;
  before(() => (own = ownStore("tampered", chunk)));
  after(() => own.end());

  const opens = (sha256: string): Promise<boolean> =>
    buffer(readStored(sha256)).then(
      () => true,
      () => false,
    );

  for (const [what, change] of Object.entries(changes)) {
    it(`never opens: ${what} (${each} cases)`, async () => {
      const [one, other] = await Promise.all([
        store([randomBytes(3 * chunk + 5)]),
        store([randomBytes(3 * chunk + 5)]),
      ]);
      const { object } = filesOf(one.sha256);
      const [sealed, foreign] = [readFileSync(object), readFileSync(filesOf(other.sha256).object)];
      let opened = 0;
      for (let tried = 0; tried < each; tried += 1) {
        writeFileSync(object, change(sealed, foreign));
        opened += (await opens(one.sha256)) ? 1 : 0;
      }
      expect(opened).to.equal(0);
      writeFileSync(object, sealed);
      expect(await opens(one.sha256)).to.equal(true);
    });
  }

  it("does not open with the envelope of another content, nor with its envelope and ciphertext", async () => {
    const [one, other] = await Promise.all([store([randomBytes(90)]), store([randomBytes(90)])]);
    const [mine, theirs] = [filesOf(one.sha256), filesOf(other.sha256)];
    copyFileSync(theirs.envelope, mine.envelope);
    expect(await opens(one.sha256)).to.equal(false);
    copyFileSync(theirs.object, mine.object);
    expect(await opens(one.sha256)).to.equal(false);
  });

  it("does not open when any word of its envelope was changed (1,000 cases)", async () => {
    const { sha256 } = await store([randomBytes(90)]);
    const { envelope } = filesOf(sha256);
    const written = JSON.parse(readFileSync(envelope, "utf8")) as Record<string, unknown>;
    const changed: Record<string, unknown>[] = [
      { ...written, bytes: 89 },
      { ...written, bytes: 58 },
      { ...written, chunk: 33 },
      { ...written, version: 2 },
      { ...written, key: "0001-000000000000" },
      { ...written, object: "01a20052-f107-437b-8fc8-b67cc36f709d" },
      { ...written, more: 1 },
    ];
    const wrapped = Buffer.from(String(written["wrapped"]), "base64");
    for (let tried = changed.length; tried < 1_000; tried += 1) {
      const flipped = Buffer.from(wrapped);
      const at = randomInt(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << randomInt(8));
      changed.push({ ...written, wrapped: flipped.toString("base64") });
    }
    for (const given of changed) {
      writeFileSync(envelope, JSON.stringify(given));
      expect(await opens(sha256), JSON.stringify(given)).to.equal(false);
    }
  });

  it("opens no chunk in another place, under another name or another key (1,000 cases)", () => {
    let opened = 0;
    for (let tried = 0; tried < 1_000; tried += 1) {
      const key = newContentKey("one");
      const place = { index: randomInt(1_000), isLast: tried % 2 === 0 };
      const sealed = sealChunk(key, place, randomBytes(randomInt(64)));
      const wrong = [
        () => openChunk(key, { ...place, index: place.index + 1 }, sealed),
        () => openChunk(key, { ...place, isLast: !place.isLast }, sealed),
        () => openChunk({ ...key, object: "other" }, place, sealed),
        () => openChunk({ ...key, prefix: randomBytes(7) }, place, sealed),
        () => openChunk({ ...newContentKey("one"), prefix: key.prefix }, place, sealed),
      ];
      for (const open of wrong) {
        try {
          open();
          opened += 1;
        } catch {
          // as it must be
        }
      }
      openChunk(key, place, sealed);
    }
    expect(opened).to.equal(0);
  });
});
