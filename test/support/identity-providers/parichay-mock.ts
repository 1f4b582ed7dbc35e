import { createHash, randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import type { ParichayProvider } from "../../../app/single-sign-on/provider-settings.ts";
import { json, listenOutside, type Asked, type Reply } from "./outside.ts";
import { bySecret, rawToken, type Claims } from "./raw-token.ts";

interface Play {
  details: Claims;
  /** Whose name stands in the token, where it is another's. */
  tokenSubject: string | undefined;
  reply: (body: Claims) => unknown;
  tell: (details: Claims) => unknown;
}

interface Issued {
  readonly challenge: string;
  readonly back: string;
}

/** Parichay as its integrations describe it: JSON for the token, the bare token as header, no identity token. */
export async function aParichay(settings: Partial<ParichayProvider> = {}) {
  const play: Play = honestPlay();
  const codes = new Map<string, Issued>();
  const tokens = new Map<string, boolean>();
  const routes: Record<string, (asked: Asked) => Reply> = {
    "/pnv1/oauth2/authorize": (asked) => authorize(asked, provider, codes),
    "/pnv1/salt/api/oauth2/token": (asked) => exchange(asked),
    "/pnv1/salt/api/oauth2/userdetails": (asked) =>
      isLiving(asked) ? json(play.tell(play.details)) : json({ error: "invalid_token" }, 401),
    "/pnv1/salt/api/oauth2/revoke": (asked) => {
      const known = isLiving(asked);
      tokens.set(headerOf(asked), false);
      return json({}, known ? 200 : 401);
    },
  };
  const outside = await listenOutside(
    (asked) => routes[asked.url.pathname]?.(asked) ?? json({}, 404),
  );
  const provider = providerAt(outside.origin, settings);
  const headerOf = ({ headers }: Asked): string => headers["authorization"]?.toString() ?? "";
  const isLiving = (asked: Asked): boolean => tokens.get(headerOf(asked)) === true;
  const exchange = (asked: Asked): Reply => {
    if (!redeem(asked, provider, codes)) {
      return json({ error: "invalid_grant" }, 400);
    }
    const subject = play.tokenSubject ?? play.details["loginId"];
    const head = { alg: "HS256", typ: "JWT" };
    const claims = { iss: "JanParichay", sub: subject, jti: newId() };
    const accessToken = rawToken(head, claims, bySecret("known to Parichay alone"));
    tokens.set(provider.authHeaderStyle === "bearer" ? `Bearer ${accessToken}` : accessToken, true);
    const refresh = rawToken(head, { ...claims, use: "refresh" }, bySecret("x"));
    const body = { access_token: accessToken, refresh_token: refresh, id_token: "" };
    return json(play.reply({ ...body, token_type: "Bearer", expires_in: 900_000 }));
  };
  return {
    ...outside,
    provider,
    play,
    honest: () => Object.assign(play, honestPlay()),
    /** The person who proves himself there. */
    be: (subject: string, further: Claims = {}) => {
      play.details = { ...honestPlay().details, loginId: subject, ...further };
    },
    livingTokens: () => [...tokens.values()].filter(Boolean).length,
  };
}

function honestPlay(): Play {
  const details = { FirstName: "Sita", LastName: "Sahu", Gender: "F", MobileNo: "9826000000" };
  return { details, tokenSubject: undefined, reply: (body) => body, tell: (told) => told };
}

function providerAt(origin: string, settings: Partial<ParichayProvider>): ParichayProvider {
  return {
    kind: "parichay",
    id: `parichay-${newId().slice(-12)}`,
    nameEn: "Parichay",
    nameHi: "परिचय",
    clientId: "secretariat",
    secret: "a-secret-of-the-client-with-length",
    origins: [],
    privateHosts: [],
    baseUrl: origin,
    scope: "user_details",
    authHeaderStyle: "bare",
    fields: {
      subject: "loginId",
      employeeCode: "EmployeeCode",
      email: "Email",
      firstName: "FirstName",
      lastName: "LastName",
    },
    tokenSubjectClaim: "sub",
    revokeMethod: "POST",
    paths: {
      authorize: "/pnv1/oauth2/authorize",
      token: "/pnv1/salt/api/oauth2/token",
      userdetails: "/pnv1/salt/api/oauth2/userdetails",
      revoke: "/pnv1/salt/api/oauth2/revoke",
    },
    provesSecondFactor: true,
    ...settings,
  };
}

function authorize({ url }: Asked, provider: ParichayProvider, codes: Map<string, Issued>): Reply {
  const given = (name: string): string => url.searchParams.get(name) ?? "";
  const isWhole =
    given("response_type") === "code" &&
    given("client_id") === provider.clientId &&
    given("scope") === "user_details" &&
    given("redirect_uri").endsWith(`/single-sign-on/${provider.id}/return`) &&
    given("code_challenge_method") === "S256" &&
    ["state", "code_challenge"].every((name) => /^[\w-]{43}$/.test(given(name)));
  if (!isWhole) {
    return json({ error: "invalid_request" }, 400);
  }
  const code = randomBytes(16).toString("hex");
  codes.set(code, { challenge: given("code_challenge"), back: given("redirect_uri") });
  const back = new URL(given("redirect_uri"));
  back.search = new URLSearchParams({ code, state: given("state") }).toString();
  return { status: 302, headers: { location: back.href } };
}

function redeem(asked: Asked, provider: ParichayProvider, codes: Map<string, Issued>): boolean {
  if (asked.method !== "POST" || asked.headers["content-type"] !== "application/json") {
    return false;
  }
  const body = JSON.parse(asked.body) as Record<string, string>;
  const { code = "", code_verifier: verifier = "" } = body;
  const issued = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const given = [body["client_id"], body["client_secret"], body["grant_type"]];
  return isDeepStrictEqual(
    [...given, body["redirect_uri"], challenge],
    [provider.clientId, provider.secret, "authorization_code", issued?.back, issued?.challenge],
  );
}
