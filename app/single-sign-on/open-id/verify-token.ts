import { createLocalJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from "jose";
import type { OpenIdProvider } from "../provider-settings.ts";
import { Unproved } from "../unproved.ts";
import { algorithms, clockSeconds } from "./discover.ts";
import { knowledgeOf, withNewKeys, type Knowledge } from "./knowledge.ts";

/** Minutes after which a token that was just issued is no longer one that was just issued. */
const oldest = "10 minutes";

/** The claims of a token that this provider signed for us and for nobody else, now. */
export async function verifyToken(
  provider: OpenIdProvider,
  token: string,
  further: JWTVerifyOptions,
): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    ...further,
    algorithms,
    issuer: provider.issuer,
    audience: provider.clientId,
    clockTolerance: clockSeconds,
    maxTokenAge: oldest,
    requiredClaims: ["iss", "aud", "exp", "iat", ...(further.requiredClaims ?? [])],
  };
  const claims = await verified(provider, { token, options });
  if (typeof claims.aud !== "string" && claims.aud?.length !== 1) {
    throw new Unproved("token-false"); // meant for others too
  }
  return claims;
}

interface Judged {
  readonly token: string;
  readonly options: JWTVerifyOptions;
}

async function verified(provider: OpenIdProvider, judged: Judged): Promise<JWTPayload> {
  const known = await knowledgeOf(provider);
  try {
    return await verifiedBy(known, judged);
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) {
      throw new Unproved("token-false", error);
    }
  }
  const renewed = await withNewKeys(provider, known);
  return verifiedBy(renewed, judged).catch((error: unknown) => {
    throw new Unproved("token-false", error);
  });
}

async function verifiedBy({ keys }: Knowledge, { token, options }: Judged): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), options);
  return payload;
}
