import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFile, type Host } from "../host/index.ts";
import type { Words } from "../words.ts";
import { judgeChain } from "./judge-chain.ts";
import { certificatesIn } from "./pem.ts";
import { isRequestFor, makeRequest } from "./make-request.ts";
import { writeKey, type TlsWish } from "./own-authority.ts";

/**
 * Writes a request for another authority beside the key it belongs to; asked again, it gives the same one. When name
 * or address changed it is written anew for the same key: what the authority still sends for the old one fits it too.
 */
export async function ensureRequest(host: Host, wish: TlsWish): Promise<string> {
  const path = join(wish.folder, "request.csr");
  const keyFile = join(wish.folder, "request.key");
  const key = keyIn(keyFile);
  const known = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (key && isRequestFor(known, wish, key)) {
    return known;
  }
  const made = makeRequest(wish, key);
  await ensureFile(host, { path: keyFile, content: made.privateKey, mode: 0o600, secret: true });
  await ensureFile(host, { path, content: made.request });
  return made.request;
}

/** Nothing where it is missing, or a power cut left an empty file. */
function keyIn(path: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(path));
  } catch {
    return undefined;
  }
}

export interface Import extends TlsWish {
  readonly chain: string;
  /** Left out: the key of the request made here. */
  readonly key?: string | undefined;
}

/** Takes a certificate of another authority; returns why it is refused, or nothing when it is in place. */
export async function importCertificate(host: Host, given: Import): Promise<readonly Words[]> {
  const { folder, chain, now } = given;
  const own = join(folder, "request.key");
  const key = given.key ?? (existsSync(own) ? readFileSync(own, "utf8") : "");
  const refusals = judgeChain({ chain, key, name: given.names[0] ?? "", now });
  if (refusals.length === 0) {
    await writeKey(host, { folder, key });
    // Everybody may read this file, and what authorities send is often one file with the key in it.
    const content = certificatesIn(chain).map(String).join("");
    await ensureFile(host, { path: join(folder, "server.crt"), content });
  }
  return refusals;
}

/** Why what lies in place cannot be served; nothing when it can. Our own authority is known, and so not served. */
export function judgeInPlace({ folder, names, now }: TlsWish): readonly Words[] {
  const read = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const own = read("server.crt");
  const chain = isIssuedBy(own, read("authority.crt")) ? `${own}${read("authority.crt")}` : own;
  return judgeChain({ chain, key: read("server.key"), name: names[0] ?? "", now });
}

function isIssuedBy(server: string, authority: string): boolean {
  try {
    return new X509Certificate(server).checkIssued(new X509Certificate(authority));
  } catch {
    return false;
  }
}
