import { expect } from "chai";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  publicKeyLine,
  readPublicKey,
  signFile,
  verifyFile,
} from "../../../installer/bundle/minisign.ts";
import type { SecretKey } from "../../../installer/bundle/minisign.ts";
import { BundleRefused, refusals } from "../../../installer/bundle/refusals.ts";

describe("The signature of a bundle", () => {
  const folder = mkdtempSync(join(tmpdir(), "secretariat-signature-"));
  const file = join(folder, "bundle.tar");
  const bytes = randomBytes(4_000);
  const key = newKey();
  let signature = "";

  before(async () => {
    writeFileSync(file, bytes);
    signature = await signFile(file, key, "secretariat 1.0.0");
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => writeFileSync(file, bytes));

  it("fits the file it was made for, and tells what it was made for", async () => {
    const open = readPublicKey(publicKeyLine(key));
    expect(await verifyFile(file, signature, open)).to.equal("secretariat 1.0.0");
  });

  it("is the same each time, so that two builds are", async () => {
    expect(await signFile(file, key, "secretariat 1.0.0")).to.equal(signature);
  });

  it("does not fit a file with one bit changed", async () => {
    for (const at of [0, 17, 1999, bytes.length - 1]) {
      writeFileSync(file, flipped(bytes, at, 3));
      expect(await refusalOf(signature, key)).to.equal(refusals.changedBytes.en.slice(7));
    }
  });

  it("does not fit a file that was cut short or grew", async () => {
    for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from("\n")])]) {
      writeFileSync(file, other);
      expect(await refusalOf(signature, key)).to.be.a("string");
    }
  });

  it("is refused with any one bit of it changed, also where minisign would look away", async () => {
    const whole = Buffer.from(signature);
    for (let at = 0; at < whole.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const text = flipped(whole, at, bit).toString("latin1");
        expect(await refusalOf(text, key), `byte ${at} bit ${bit}`).to.be.a("string");
      }
    }
  }).timeout(60_000);

  it("is refused under any other key, even one that bears the same number", async () => {
    expect(await refusalOf(signature, newKey())).to.equal(refusals.otherKey.en);
    expect(await refusalOf(signature, { ...newKey(), id: key.id })).to.be.a("string");
  });

  async function refusalOf(text: string, one: SecretKey): Promise<string | undefined> {
    try {
      await verifyFile(file, text, one);
      return undefined;
    } catch (error) {
      expect(error).to.be.instanceOf(BundleRefused);
      return error instanceof BundleRefused ? error.words.en.replace("bundle.tar ", "") : "";
    }
  }
});

function newKey(): SecretKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    id: randomBytes(8),
    seed: privateKey.export({ format: "der", type: "pkcs8" }).subarray(-32),
    bytes: publicKey.export({ format: "der", type: "spki" }).subarray(-32),
  };
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << bit), at);
  return copy;
}
