import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
} from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The key that vouches for manifests: of the host, and in every backup of the configuration. */
export const signingKeyName = "backup-manifests.pem";

/** Makes the key on first use. */
export async function signingKey(state: string): Promise<string> {
  const path = join(state, signingKeyName);
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const text = String(privateKey.export({ type: "pkcs8", format: "pem" }));
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, text, { mode: 0o600, flush: true });
    await link(unfinished, path).catch(keepFirst); // whole or not at all
    await rm(unfinished);
  }
  return readFile(path, "utf8");
}

/** Another made one at the same moment: that one counts for both. */
function keepFirst(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") {
    throw error;
  }
}

/** The public half, as a statement carries it to hosts that have no key yet. */
export function publicHalf(key: string): string {
  return String(createPublicKey(key).export({ type: "spki", format: "pem" }));
}

/** SHA-256 of the public half; the same of either half. */
export function fingerprintOf(key: string): string {
  const bytes = createPublicKey(key).export({ type: "spki", format: "der" });
  return createHash("sha256").update(bytes).digest("base64url");
}

/** Two lines: the statement, and its signature. Every byte of the file counts. */
export function signed(statement: object, key: string): string {
  const text = JSON.stringify(statement);
  const signature = sign(null, Buffer.from(text), createPrivateKey(key));
  return `${text}\n${signature.toString("hex")}\n`;
}

/** The statement, or undefined where one byte of the file is another. Either half of the key will do. */
export function opened(file: string, key: string): unknown {
  const [text = "", signature = "", ...rest] = file.split("\n");
  const bytes = Buffer.from(signature, "hex");
  const isShaped = bytes.toString("hex") === signature && rest.length === 1 && rest[0] === "";
  const isGenuine = isShaped && verify(null, Buffer.from(text), createPublicKey(key), bytes);
  return isGenuine ? JSON.parse(text) : undefined;
}
