import { createHash, createPublicKey } from "node:crypto";
import { compactDecrypt, jwtVerify, type JWTPayload } from "jose";
import type { EPramaanProvider } from "../provider-settings.ts";
import { Unproved } from "../unproved.ts";

const clockSeconds = 60;
const oldest = "10 minutes";

/**
 * Opens the envelope (its key is the digest of this flow's nonce, so an answer to another flow stays shut) and
 * verifies the token inside with the certificate e-Pramaan has published.
 */
export async function openToken(
  provider: EPramaanProvider,
  envelope: string,
  nonce: string,
): Promise<JWTPayload> {
  try {
    const claims = await verified(provider, await decrypted(envelope, nonce));
    if (claims["nonce"] !== nonce || (typeof claims.aud !== "string" && claims.aud?.length !== 1)) {
      throw new Unproved("token-false");
    }
    return claims;
  } catch (error) {
    throw new Unproved("token-false", error);
  }
}

async function decrypted(envelope: string, nonce: string): Promise<string> {
  const key = createHash("sha256").update(nonce).digest();
  const { plaintext } = await compactDecrypt(envelope.trim(), key, {
    keyManagementAlgorithms: ["A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  return new TextDecoder("utf-8", { fatal: true }).decode(plaintext);
}

async function verified(provider: EPramaanProvider, token: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, createPublicKey(provider.certificate ?? ""), {
    algorithms: ["RS256"],
    issuer: provider.tokenIssuer,
    audience: provider.clientId,
    clockTolerance: clockSeconds,
    maxTokenAge: oldest,
    requiredClaims: ["iss", "aud", "exp", "iat", "sub", "nonce"],
  });
  return payload;
}
