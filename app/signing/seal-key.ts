import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipherName = "aes-256-gcm";

/** Encrypts a private key so that it can lie in the database. `owner` must be given again to open it. */
export function sealKey(sealingKey: Buffer, privateKey: string, owner: string): Buffer {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(cipherName, derive(sealingKey, salt), nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(privateKey, "utf8"), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where a single bit was changed, or the key is another person's. */
export function openKey(sealingKey: Buffer, sealed: Buffer, owner: string): string {
  const key = derive(sealingKey, sealed.subarray(0, 16));
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(16, 28), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(28, 44));
  return Buffer.concat([decipher.update(sealed.subarray(44)), decipher.final()]).toString("utf8");
}

/** A key of its own for every sealed thing, so that nonces can never meet. */
function derive(sealingKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", sealingKey, salt, "secretariat officer key", 32));
}
