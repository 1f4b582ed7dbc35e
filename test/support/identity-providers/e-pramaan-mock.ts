import { createHash, createHmac, randomBytes } from "node:crypto";
import { CompactEncrypt } from "jose";
import { v7 as newId } from "uuid";
import type { EPramaanProvider } from "../../../app/single-sign-on/provider-settings.ts";
import { seconds } from "./open-id-mock.ts";
import { json, listenOutside, type Asked, type Reply } from "./outside.ts";
import { anRsaKey, byRsa, rawToken, type Claims } from "./raw-token.ts";

export const ePramaanKey = anRsaKey("e-pramaan");

interface Play {
  subject: string;
  claim: (claims: Claims) => Claims;
  /** Makes what lies inside the envelope. */
  sign: (claims: Claims) => string;
  /** Closes the envelope. */
  seal: (token: string, nonce: string) => Promise<string>;
}

interface Issued {
  readonly challenge: string;
  readonly nonce: string;
  readonly back: string;
}

/** e-Pramaan: a sealed request, lists in the token request, a signed token inside a sealed one. */
export async function anEPramaan(settings: Partial<EPramaanProvider> = {}) {
  const play: Play = honestPlay();
  const codes = new Map<string, Issued>();
  const ended: string[] = [];
  const routes: Record<string, (asked: Asked) => Reply | Promise<Reply>> = {
    "/openid/jwt/processJwtAuthGrantRequest.do": (asked) => authorize(asked, provider, codes),
    "/openid/jwt/processJwtTokenRequest.do": (asked) => exchange(asked),
    "/openid/jwt/processOIDCSLORequest.do": (asked) => endSession(asked, provider, ended),
  };
  const outside = await listenOutside(
    (asked) => routes[asked.url.pathname]?.(asked) ?? json({}, 404),
  );
  const provider = providerAt(outside.origin, settings);
  const exchange = async (asked: Asked): Promise<Reply> => {
    const issued = redeem(asked, provider, codes);
    if (!issued) {
      return json({ error: "invalid_grant" }, 400);
    }
    const claims = play.claim({
      iss: "ePramaan",
      aud: provider.clientId,
      iat: seconds(),
      exp: seconds() + 300,
      nonce: issued.nonce,
      sub: play.subject,
      name: "Sita Sahu",
      username: "sita",
      mobile_number: "9826000000",
      session_id: `session-of-${play.subject}`,
    });
    return { body: await play.seal(play.sign(claims), issued.nonce) };
  };
  return {
    ...outside,
    provider,
    play,
    honest: () => Object.assign(play, honestPlay()),
    be: (subject: string) => {
      play.subject = subject;
    },
    /** Sessions that were ended there, by their names. */
    ended,
  };
}

/** The envelope, by default as e-Pramaan closes it. */
export function sealed(
  token: string,
  nonce: string,
  other: { alg?: string; enc?: string; key?: Uint8Array } = {},
): Promise<string> {
  const key = other.key ?? createHash("sha256").update(nonce).digest();
  return new CompactEncrypt(Buffer.from(token))
    .setProtectedHeader({ alg: other.alg ?? "A256KW", enc: other.enc ?? "A256GCM" })
    .encrypt(key);
}

export function signedByEPramaan(claims: Claims): string {
  return rawToken({ alg: "RS256" }, claims, byRsa(ePramaanKey.key));
}

function honestPlay(): Play {
  return {
    subject: "nobody",
    claim: (claims) => claims,
    sign: signedByEPramaan,
    seal: (token, nonce) => sealed(token, nonce),
  };
}

function providerAt(origin: string, settings: Partial<EPramaanProvider>): EPramaanProvider {
  return {
    kind: "e-pramaan",
    id: `pramaan-${newId().slice(-12)}`,
    nameEn: "e-Pramaan",
    nameHi: "ई-प्रमाण",
    clientId: "100001234",
    secret: "0f2b7e5a-aes-key-of-the-service",
    certificate: ePramaanKey.pem,
    origins: [],
    privateHosts: [],
    baseUrl: origin,
    scope: "openid",
    tokenIssuer: "ePramaan",
    fields: { employeeCode: "employee_code", email: "email", name: "name" },
    paths: {
      authorize: "/openid/jwt/processJwtAuthGrantRequest.do",
      token: "/openid/jwt/processJwtTokenRequest.do",
      logout: "/openid/jwt/processOIDCSLORequest.do",
    },
    provesSecondFactor: false,
    ...settings,
  };
}

function authorize({ url }: Asked, provider: EPramaanProvider, codes: Map<string, Issued>): Reply {
  const given = (name: string): string => url.searchParams.get(name) ?? "";
  const { clientId, secret } = provider;
  const values = ["state", "nonce", "redirect_uri", "scope", "code_challenge"].map(given);
  const hmac = createHmac("sha256", secret).update([clientId, secret, ...values].join(""));
  const isWhole =
    given("response_type") === "code" &&
    given("client_id") === clientId &&
    given("request_uri") === url.origin + url.pathname &&
    given("code_challenge_method") === "S256" &&
    given("apiHmac") === hmac.digest("base64") &&
    ["state", "nonce", "code_challenge"].every((name) => /^[\w-]{43}$/.test(given(name)));
  if (!isWhole) {
    return json({ error: "invalid_request" }, 400);
  }
  const code = randomBytes(16).toString("hex");
  const [back, challenge] = [given("redirect_uri"), given("code_challenge")];
  codes.set(code, { challenge, nonce: given("nonce"), back });
  const location = new URL(back);
  location.search = new URLSearchParams({ code, state: given("state") }).toString();
  return { status: 302, headers: { location: location.href } };
}

function redeem(
  asked: Asked,
  provider: EPramaanProvider,
  codes: Map<string, Issued>,
): Issued | undefined {
  const body = JSON.parse(asked.body) as Record<string, unknown>;
  const only = (name: string): unknown => {
    const value = body[name];
    return Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  };
  const code = String(only("code"));
  const issued = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256")
    .update(String(only("code_verifier")))
    .digest("base64url");
  const isRight =
    only("client_id") === provider.clientId &&
    only("grant_type") === "authorization_code" &&
    JSON.stringify(body["scope"]) === '["openid"]' &&
    only("request_uri") === asked.url.origin + asked.url.pathname &&
    only("redirect_uri") === issued?.back &&
    challenge === issued?.challenge;
  return isRight ? issued : undefined;
}

function endSession(asked: Asked, { clientId }: EPramaanProvider, ended: string[]): Reply {
  const body = JSON.parse(asked.body) as Record<string, string>;
  const { sessionId = "", iss = "", logoutRequestId = "", sub = "", redirectUrl = "" } = body;
  const values = [clientId, sessionId, iss, logoutRequestId, sub, redirectUrl];
  const hmac = createHmac("sha256", logoutRequestId).update(values.join("")).digest("base64");
  const isRight = body["clientId"] === clientId && body["hmac"] === hmac && iss === "ePramaan";
  if (isRight) {
    ended.push(sessionId);
  }
  const told = Buffer.from(JSON.stringify({ logoutStatus: isRight })).toString("base64");
  return json({ LogoutResponse: told });
}
