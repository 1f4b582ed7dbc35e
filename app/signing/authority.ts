// INVARIANTS
// 1. The authority is made once. Two processes that start together end with the same one.
// 2. Private keys leave the folder only inside the memory of this process; files are 0600.
// 3. An existing authority is never overwritten, even if it cannot be read.
import { createPrivateKey, randomBytes, X509Certificate, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../base/index.ts";
import { makeRootCertificate } from "./make-certificate.ts";

/** The appliance's own certificate authority. */
export interface Authority {
  /** PEM. This is what verifiers are told to trust. */
  readonly certificate: string;
  readonly privateKey: KeyObject;
  /** What the officers' private keys are encrypted under. */
  readonly sealingKey: Buffer;
}

const names = { key: "root-key.pem", certificate: "root.pem", sealing: "sealing.key" } as const;

/** Opens the authority in `folder/authority`; where there is none, makes one valid from `from`. */
export async function createAuthority(folder: string, from = new Date()): Promise<Authority> {
  const home = join(folder, "authority");
  if (!existsSync(home)) {
    await makeOnce(folder, home, from);
  }
  return readAuthority(home);
}

async function makeOnce(folder: string, home: string, from: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.authority-${randomBytes(8).toString("hex")}`);
  await mkdir(temporary, { mode: 0o700 });
  try {
    const root = makeRootCertificate("Digital Secretariat Signing Authority", from);
    await writeSecret(join(temporary, names.key), root.privateKey);
    await writeSecret(join(temporary, names.certificate), root.certificate);
    await writeSecret(join(temporary, names.sealing), randomBytes(32));
    await syncFolder(temporary);
    await rename(temporary, home);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process was quicker: its authority is the authority.
    if (!existsSync(home)) {
      throw error;
    }
  }
}

async function readAuthority(home: string): Promise<Authority> {
  const certificate = await readFile(join(home, names.certificate), "utf8");
  const privateKey = createPrivateKey(await readFile(join(home, names.key)));
  const sealingKey = await readFile(join(home, names.sealing));
  if (!new X509Certificate(certificate).checkPrivateKey(privateKey) || sealingKey.length !== 32) {
    throw new Error("The signing authority's keys do not belong together");
  }
  return { certificate, privateKey, sealingKey };
}

async function writeSecret(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}
