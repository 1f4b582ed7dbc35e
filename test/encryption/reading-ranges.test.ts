import { randomBytes } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import fc from "fast-check";
import { readStored, store, storedSize } from "../../app/base/index.ts";
import { nonceOf } from "../../app/base/encryption/chunks.ts";
import { cutIntoChunks } from "../../app/base/encryption/cut-into-chunks.ts";
import { filesOf, ownStore } from "./content-places.ts";

const chunk = 64;

describe("Reading a stored content", function () {
  this.timeout(60_000);
  let own: ReturnType<typeof ownStore>;
  before(() => (own = ownStore("ranges", chunk)));
  after(() => own.end());

  it("gives every range as the content itself has it", async () => {
    const sizes = fc.oneof(fc.nat(5 * chunk), fc.constantFrom(0, 1, chunk, chunk + 1, 3 * chunk));
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(400), fc.nat(400), async (size, start, more) => {
        const bytes = randomBytes(size);
        const { sha256 } = await store([bytes]);
        const range = { start, end: start + more };
        const part = await buffer(readStored(sha256, range));
        expect(part.equals(bytes.subarray(start, start + more + 1))).to.equal(true);
        expect((await buffer(readStored(sha256))).equals(bytes)).to.equal(true);
        expect(await storedSize(sha256)).to.equal(size);
      }),
      { numRuns: 300 },
    );
  });

  it("takes the same content however it was cut on its way in", async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 100 }), async (given, size) => {
        const cut: { plain: Buffer; isLast: boolean }[] = [];
        for await (const { plain, isLast } of cutIntoChunks(given, size)) {
          cut.push({ plain: Buffer.from(plain), isLast });
        }
        const whole = Buffer.concat(given);
        expect(Buffer.concat(cut.map(({ plain }) => plain)).equals(whole)).to.equal(true);
        expect(cut.map(({ isLast }) => isLast).indexOf(true)).to.equal(cut.length - 1);
        expect(cut).to.have.length(Math.max(1, Math.ceil(whole.length / size)));
      }),
      { numRuns: 300 },
    );
  });

  it("opens only the chunks a range lies in", async () => {
    const bytes = randomBytes(100 * chunk);
    const { sha256 } = await store([bytes]);
    const { object } = filesOf(sha256);
    const sealed = readFileSync(object);
    sealed.fill(0, 0, 50 * (chunk + 16));
    writeFileSync(object, sealed);
    const range = { start: 60 * chunk + 3, end: 61 * chunk };
    const part = await buffer(readStored(sha256, range));
    expect(part.equals(bytes.subarray(range.start, range.end + 1))).to.equal(true);
    expect(await buffer(readStored(sha256)).catch(String)).to.be.a("string");
  });

  it("never uses a nonce twice: each chunk of a content has its own, each content its own key", () => {
    const prefix = randomBytes(7);
    const seen = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      seen.add(nonceOf(prefix, { index, isLast: false }).toString("base64"));
      seen.add(nonceOf(prefix, { index, isLast: true }).toString("base64"));
    }
    expect(seen.size).to.equal(200_000);
    expect(() => nonceOf(prefix, { index: 2 ** 32, isLast: false })).to.throw(RangeError);
  });

  it("is kept in files that only the service reads, and whose names do not tell the hash", async () => {
    const bytes = Buffer.from("a letter everybody has a copy of");
    const { sha256 } = await store([bytes]);
    const { envelope, object } = filesOf(sha256);
    for (const path of [envelope, object]) {
      expect(path).to.not.contain(sha256);
      expect(readFileSync(path).includes(sha256)).to.equal(false);
      expect(readFileSync(path).includes(bytes)).to.equal(false);
      expect(statSync(path).mode & 0o077, path).to.equal(0);
    }
  });
});
