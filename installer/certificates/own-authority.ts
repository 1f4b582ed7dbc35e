import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFile, type Host } from "../host/index.ts";
import { vault, type Vault } from "../secrets/index.ts";
import { judgeChain } from "./judge-chain.ts";
import type { MadeCertificate } from "../../app/signing/make-certificate.ts";
import { makeAuthority, makeServerCertificate } from "./make-certificate.ts";

export interface TlsWish {
  /** Where the files lie: /etc/secretariat/tls, or a test's own folder. */
  readonly folder: string;
  /** The name people type, then the addresses. */
  readonly names: readonly string[];
  readonly organisation: string;
  readonly now: Date;
  readonly store?: Vault;
}

const renewalDays = 30;
const authorityKey = "authority-key";

/** Makes the authority once, and a server's certificate whenever the last has a month left or another name. */
export async function ensureOwnCertificate(host: Host, wish: TlsWish): Promise<boolean> {
  const authority = await ensureAuthority(host, wish);
  if (isGood(wish, authority.certificate)) {
    return false;
  }
  const fresh = makeServerCertificate(authority, { names: wish.names, from: wish.now });
  const { folder } = wish;
  await writeKey(host, { folder, key: fresh.privateKey });
  return ensureFile(host, {
    path: join(folder, "server.crt"),
    content: fresh.certificate,
    secret: true, // it differs with every making: nobody reads such a difference
  });
}

/** Only root reads the key: nginx opens it before it gives up root's powers. */
export async function writeKey(
  host: Host,
  { folder, key }: { readonly folder: string; readonly key: string },
): Promise<void> {
  const path = join(folder, "server.key");
  await ensureFile(host, { path, content: key, mode: 0o600, secret: true });
}

async function ensureAuthority(host: Host, wish: TlsWish): Promise<MadeCertificate> {
  const { store = vault } = wish;
  const path = join(wish.folder, "authority.crt");
  const privateKey = await store.read(authorityKey);
  if (privateKey !== undefined && existsSync(path)) {
    return { privateKey, certificate: readFileSync(path, "utf8") };
  }
  const made = makeAuthority(wish.organisation, wish.now);
  await store.write(host, authorityKey, made.privateKey);
  await ensureFile(host, { path, content: made.certificate, secret: true });
  return made;
}

function isGood({ folder, names, now }: TlsWish, authority: string): boolean {
  const [path, key] = [join(folder, "server.crt"), join(folder, "server.key")];
  if (!existsSync(path) || !existsSync(key)) {
    return false;
  }
  const chain = readFileSync(path, "utf8");
  const soon = new Date(now.getTime() + renewalDays * 86_400_000);
  const whole = { chain: `${chain}${authority}`, key: readFileSync(key, "utf8"), now: soon };
  return names.every((name) => judgeChain({ ...whole, name }).length === 0);
}
