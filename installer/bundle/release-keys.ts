import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../package/run.ts";
import { publicKeyLine, readPublicKey, readSecretKey } from "./minisign.ts";
import type { PublicKey, SecretKey } from "./minisign.ts";

/**
 * The folder of a release officer: `minisign.key` and `minisign.pub` sign bundles, `archive.asc` (OpenPGP, secret,
 * without password) signs the list of packages. It never lies in the repository.
 */
export interface ReleaseKeys {
  readonly secret: SecretKey;
  readonly open: PublicKey;
  readonly archive: string;
}

/** Makes a folder of keys for trying things out. */
export async function makeReleaseKeys(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { secretText, publicText } = makeMinisignKeys();
  writeFileSync(join(folder, "minisign.key"), secretText, { mode: 0o600 });
  writeFileSync(join(folder, "minisign.pub"), publicText);
  const who = "Digital Secretariat archive (not for production)";
  const archive = await withGpg(async (gpg) => {
    await gpg(["--quick-generate-key", who, "ed25519", "sign", "never"]);
    return gpg(["--armor", "--export-secret-keys"]);
  });
  writeFileSync(join(folder, "archive.asc"), archive, { mode: 0o600 });
}

export function hasReleaseKeys(folder: string): boolean {
  return existsSync(join(folder, "archive.asc"));
}

export function readReleaseKeys(folder: string): ReleaseKeys {
  return {
    secret: readSecretKey(readFileSync(join(folder, "minisign.key"), "utf8")),
    open: readPublicKey(readFileSync(join(folder, "minisign.pub"), "utf8")),
    archive: join(folder, "archive.asc"),
  };
}

/** The file minisign reads with `-p`. */
export function publicKeyFile(key: PublicKey): string {
  const id = Buffer.from(key.id).reverse().toString("hex").toUpperCase();
  return `untrusted comment: minisign public key ${id}\n${publicKeyLine(key)}\n`;
}

/** Runs gpg with a home of its own, so that nobody's keyring is touched. */
export async function withGpg<T>(
  work: (gpg: (options: readonly string[], input?: string) => Promise<Buffer>) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), "archive-key-"));
  chmodSync(home, 0o700);
  const base = ["gpg", "--homedir", home, "--batch", "--pinentry-mode=loopback", "--passphrase="];
  try {
    return await work((options, input = "") => run([...base, "--quiet", ...options], { input }));
  } finally {
    await run(["gpgconf", "--homedir", home, "--kill", "gpg-agent"]).catch(() => undefined);
    rmSync(home, { recursive: true, force: true });
  }
}

function makeMinisignKeys(): { readonly secretText: string; readonly publicText: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(-32);
  const bytes = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const id = randomBytes(8);
  const secret = Buffer.concat([
    Buffer.from("Ed\0\0B2", "latin1"),
    Buffer.alloc(48),
    id,
    seed,
    bytes,
    Buffer.alloc(32), // minisign sums up only keys that have a password
  ]);
  const secretText = `untrusted comment: minisign encrypted secret key\n${secret.toString("base64")}\n`;
  return { secretText, publicText: publicKeyFile({ id, bytes }) };
}
