import { createHash, randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import type { OpenIdProvider } from "../../../app/single-sign-on/provider-settings.ts";
import { json, listenOutside, type Asked, type Reply } from "./outside.ts";
import { anEcKey, anRsaKey, byRsa, rawToken, type Claims, type SigningKey } from "./raw-token.ts";

/** Made once: keys are dear. */
const firstKey = anRsaKey("first");
const ecKey = anEcKey("curve");
export const strangerKey = anRsaKey("first");

export interface Person {
  readonly sub: string;
  readonly employeeCode?: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
}

interface Play {
  person: Person;
  keys: SigningKey[];
  /** Makes the identity token in place of the honest one. */
  forge: ((claims: Claims) => string) | undefined;
  /** Changes the honest claims. */
  claim: (claims: Claims) => Claims;
  /** Changes what the token endpoint answers. */
  reply: (body: Claims) => unknown;
  /** Changes what the provider says about itself. */
  describe: (metadata: Claims) => unknown;
  userinfo: (claims: Claims) => unknown;
}

interface Issued {
  readonly challenge: string;
  readonly nonce: string;
  readonly back: string;
  /** Whether the person had to prove it anew. */
  readonly isFresh: boolean;
}

/** A provider of OpenID Connect that is strict with us, and as dishonest as a test wants. */
export async function anOpenIdProvider(settings: Partial<OpenIdProvider> = {}, port = 0) {
  const play: Play = honestPlay();
  const codes = new Map<string, Issued>();
  const routes: Record<string, (asked: Asked) => Reply> = {
    "/.well-known/openid-configuration": () => json(play.describe(metadata())),
    "/keys": () => json({ keys: play.keys.map(({ jwk }) => jwk) }),
    "/authorize": (asked) => authorize(asked, provider, codes),
    "/token": (asked) => exchange(asked),
    "/userinfo": ({ headers }) =>
      headers["authorization"] === "Bearer access-of-mock"
        ? json(play.userinfo(personOf(play.person)))
        : json({}, 401),
  };
  const outside = await listenOutside(
    (asked) => routes[asked.url.pathname]?.(asked) ?? json({}, 404),
    port,
  );
  const provider = providerAt(outside.origin, settings);
  const metadata = (): Claims => ({
    issuer: outside.origin,
    authorization_endpoint: `${outside.origin}/authorize`,
    token_endpoint: `${outside.origin}/token`,
    jwks_uri: `${outside.origin}/keys`,
    userinfo_endpoint: `${outside.origin}/userinfo`,
    end_session_endpoint: `${outside.origin}/logout`,
    id_token_signing_alg_values_supported: ["RS256", "ES256", "PS256", "HS256", "RS512"],
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
  });
  const exchange = (asked: Asked): Reply => {
    const issued = redeem(asked, provider, codes);
    if (!issued) {
      return json({ error: "invalid_grant" }, 400);
    }
    const claims = play.claim({
      iss: outside.origin,
      aud: provider.clientId,
      iat: seconds(),
      exp: seconds() + 300,
      nonce: issued.nonce,
      auth_time: issued.isFresh ? seconds() : seconds() - 3_600,
      sid: `sid-of-${play.person.sub}`,
      ...personOf(play.person),
    });
    const idToken = play.forge ? play.forge(claims) : signed(play.keys, claims);
    const body = { access_token: "access-of-mock", token_type: "Bearer", expires_in: 300 };
    return json(play.reply({ ...body, id_token: idToken }));
  };
  return {
    ...outside,
    provider,
    play,
    honest: () => Object.assign(play, honestPlay()),
    /** The person who proves himself there. */
    be: (sub: string) => {
      play.person = { sub };
    },
  };
}

export type OpenIdMock = Awaited<ReturnType<typeof anOpenIdProvider>>;

export const seconds = (): number => Math.floor(Date.now() / 1000);

export { ecKey, firstKey };

function honestPlay(): Play {
  return {
    person: { sub: "nobody" },
    keys: [firstKey, ecKey],
    forge: undefined,
    claim: (claims) => claims,
    reply: (body) => body,
    describe: (metadata) => metadata,
    userinfo: (claims) => claims,
  };
}

function providerAt(origin: string, settings: Partial<OpenIdProvider>): OpenIdProvider {
  return {
    kind: "oidc",
    id: `state-${newId().slice(-12)}`,
    nameEn: "State sign-in",
    nameHi: "राज्य प्रवेश",
    clientId: "secretariat",
    secret: "a-secret-of-the-client-with-length",
    origins: [],
    privateHosts: [],
    issuer: origin,
    scope: "openid profile email",
    clientAuthentication: "basic",
    claims: { employeeCode: "employee_code", email: "email", name: "name" },
    userinfo: false,
    ownsMailboxes: false,
    secondFactor: { acr: ["gold"], amr: ["otp"] },
    ...settings,
  };
}

function personOf({ sub, employeeCode, email, emailVerified = true }: Person): Claims {
  return {
    sub,
    employee_code: employeeCode,
    email,
    email_verified: emailVerified,
    name: "Sita Sahu",
  };
}

/** The request must be whole: state, nonce and challenge of 256 bits, the address exactly ours. */
function authorize({ url }: Asked, provider: OpenIdProvider, codes: Map<string, Issued>): Reply {
  const given = (name: string): string => url.searchParams.get(name) ?? "";
  const isWhole =
    given("response_type") === "code" &&
    given("client_id") === provider.clientId &&
    given("redirect_uri").endsWith(`/single-sign-on/${provider.id}/return`) &&
    given("scope").split(" ").includes("openid") &&
    given("code_challenge_method") === "S256" &&
    ["state", "nonce", "code_challenge"].every((name) => /^[\w-]{43}$/.test(given(name)));
  if (!isWhole) {
    return json({ error: "invalid_request" }, 400);
  }
  const code = randomBytes(16).toString("hex");
  codes.set(code, {
    challenge: given("code_challenge"),
    nonce: given("nonce"),
    back: given("redirect_uri"),
    isFresh: given("prompt") === "login" && given("max_age") === "0",
  });
  const back = new URL(given("redirect_uri"));
  back.search = new URLSearchParams({
    code,
    state: given("state"),
    iss: provider.issuer,
  }).toString();
  return { status: 303, headers: { location: back.href } };
}

/** A code counts once, for this client, this address and this verifier. */
function redeem(
  { headers, body, method }: Asked,
  { clientId, secret }: OpenIdProvider,
  codes: Map<string, Issued>,
): Issued | undefined {
  const form = Object.fromEntries(new URLSearchParams(body));
  const { code = "", code_verifier: verifier = "" } = form;
  const issued = codes.get(code);
  codes.delete(code);
  const [, coded = ""] = /^Basic (\S+)$/.exec(String(headers["authorization"])) ?? [];
  const client = Buffer.from(coded, "base64").toString().split(":").map(decodeURIComponent);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const given = [method, ...client, form["grant_type"], form["redirect_uri"], challenge];
  const due = ["POST", clientId, secret, "authorization_code", issued?.back, issued?.challenge];
  return isDeepStrictEqual(given, due) ? issued : undefined;
}

/** As an honest provider signs. */
export function signed(keys: readonly SigningKey[], claims: Claims, typ = "JWT"): string {
  const [first = firstKey] = keys;
  return rawToken({ alg: "RS256", typ, kid: first.kid }, claims, byRsa(first.key));
}
