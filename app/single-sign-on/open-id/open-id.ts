import type { JWTPayload } from "jose";
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  fetchUserInfo,
  type Configuration,
  type TokenEndpointResponse,
} from "openid-client";
import type { Adapter, Kept, Proved } from "../proved.ts";
import { challengeOf, type Flow } from "../flow.ts";
import type { OpenIdProvider } from "../provider-settings.ts";
import { farewellAddress, returnAddress } from "../providers.ts";
import { codeOf, isDown, lineOf, orDown, subjectFrom } from "../read-answer.ts";
import { Unproved } from "../unproved.ts";
import { clientOf } from "./discover.ts";
import { knowledgeOf } from "./knowledge.ts";
import { verifyToken } from "./verify-token.ts";

/** Plain OpenID Connect: a state's own provider, Keycloak. */
export function openId(provider: OpenIdProvider): Adapter {
  return {
    lead: (flow) => lead(provider, flow),
    prove: (flow, answered) => prove(provider, flow, answered),
    leave: (kept) => leave(provider, kept),
  };
}

async function lead(provider: OpenIdProvider, flow: Flow): Promise<URL> {
  const { metadata } = await knowledgeOf(provider);
  return buildAuthorizationUrl(clientOf(provider, metadata), {
    ...provider.request,
    ...(flow.again ? { prompt: "login", max_age: "0" } : {}),
    redirect_uri: returnAddress(provider),
    scope: provider.scope,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: challengeOf(flow),
    code_challenge_method: "S256",
  });
}

async function prove(provider: OpenIdProvider, flow: Flow, answered: URL): Promise<Proved> {
  codeOf(answered);
  const { metadata } = await knowledgeOf(provider);
  const client = clientOf(provider, metadata);
  const tokens = await exchange(client, flow, answered);
  const idToken = tokens.id_token ?? "";
  const claims = await verifyToken(provider, idToken, { requiredClaims: ["sub", "nonce"] });
  if (claims["nonce"] !== flow.nonce) {
    throw new Unproved("token-false");
  }
  const told = provider.userinfo ? await userinfo(client, tokens, claims) : claims;
  return {
    claimed: claimedIn(provider, { ...told, sub: subjectFrom(claims.sub) }),
    secondFactor: provesSecondFactor(provider, claims),
    provedAt: typeof claims["auth_time"] === "number" ? claims["auth_time"] * 1000 : null,
    kept: { idToken },
    providerSession: lineOf(claims["sid"]),
  };
}

/** The library holds the answer against the flow; its own checks of the token come before ours. */
async function exchange(
  client: Configuration,
  flow: Flow,
  answered: URL,
): Promise<TokenEndpointResponse> {
  try {
    return await authorizationCodeGrant(client, answered, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
  } catch (error) {
    throw new Unproved(isDown(error) ? "provider-down" : "token-refused", error);
  }
}

async function userinfo(
  client: Configuration,
  { access_token: token }: TokenEndpointResponse,
  { sub }: JWTPayload,
): Promise<object> {
  return orDown(fetchUserInfo(client, token, sub ?? "")).catch((error: unknown) => {
    throw error instanceof Unproved ? error : new Unproved("identity-unreadable", error);
  });
}

function claimedIn(
  { issuer, claims, ownsMailboxes }: OpenIdProvider,
  told: Readonly<Record<string, unknown>> & { readonly sub: string },
): Proved["claimed"] {
  const isProvedMailbox = ownsMailboxes || told["email_verified"] === true;
  return {
    issuer,
    subject: told.sub,
    employeeCode: lineOf(told[claims.employeeCode]),
    email: isProvedMailbox ? lineOf(told[claims.email]) : null,
    name: lineOf(told[claims.name]),
  };
}

function provesSecondFactor({ secondFactor }: OpenIdProvider, claims: JWTPayload): boolean {
  const methods: unknown = claims["amr"];
  const { acr, amr } = secondFactor;
  return (
    acr.includes(String(claims["acr"])) ||
    (Array.isArray(methods) && methods.some((method) => amr.includes(String(method))))
  );
}

async function leave(provider: OpenIdProvider, kept: Kept): Promise<URL | undefined> {
  const { metadata } = await knowledgeOf(provider);
  if (metadata.end_session_endpoint === undefined) {
    return undefined;
  }
  return buildEndSessionUrl(clientOf(provider, metadata), {
    id_token_hint: kept["idToken"] ?? "",
    post_logout_redirect_uri: farewellAddress(),
  });
}
