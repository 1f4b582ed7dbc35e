import { decodeJwt } from "jose";
import { z } from "zod";
import type { Adapter, Kept, Proved } from "../proved.ts";
import { challengeOf, type Flow } from "../flow.ts";
import type { ParichayProvider } from "../provider-settings.ts";
import { returnAddress } from "../providers.ts";
import { codeOf, jsonFrom, lineOf, subjectFrom, textFrom } from "../read-answer.ts";
import { Unproved } from "../unproved.ts";

/**
 * Parichay: OAuth that is not OpenID Connect. Its token is a sealed envelope to us, so who somebody is comes from
 * `userdetails`, asked over TLS with the token that was just exchanged.
 */
export function parichay(provider: ParichayProvider): Adapter {
  return {
    lead: async (flow) => lead(provider, flow),
    prove: (flow, answered) => prove(provider, flow, answered),
    leave: (kept) => leave(provider, kept),
  };
}

function lead(provider: ParichayProvider, flow: Flow): URL {
  const url = addressOf(provider, "authorize");
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: provider.clientId,
    redirect_uri: returnAddress(provider),
    scope: provider.scope,
    state: flow.state,
    code_challenge: challengeOf(flow),
    code_challenge_method: "S256",
  }).toString();
  return url;
}

async function prove(provider: ParichayProvider, flow: Flow, answered: URL): Promise<Proved> {
  const accessToken = await exchange(provider, flow, codeOf(answered));
  const details = await jsonFrom(
    z.record(z.string(), z.unknown()),
    textFrom(provider, addressOf(provider, "userdetails"), {
      headers: { accept: "application/json", authorization: headerOf(provider, accessToken) },
    }),
  );
  const { fields } = provider;
  const subject = subjectFrom(details[fields.subject]);
  refuseAnother(provider, accessToken, subject);
  return {
    claimed: {
      issuer: new URL(provider.baseUrl).origin,
      subject,
      employeeCode: lineOf(details[fields.employeeCode]),
      email: lineOf(details[fields.email]),
      name: lineOf(
        [details[fields.firstName], details[fields.lastName]].map(lineOf).join(" ").trim(),
      ),
    },
    secondFactor: provider.provesSecondFactor,
    provedAt: null,
    kept: { accessToken },
    providerSession: null,
  };
}

/** It stands in a header later, so it holds nothing that could end a line. */
const Tokens = z.looseObject({ access_token: z.string().regex(/^[\x21-\x7e]{8,8000}$/) });

/** `expires_in` is not read: in some places it counts milliseconds, and the token is used at once and at sign-out. */
async function exchange(provider: ParichayProvider, flow: Flow, code: string): Promise<string> {
  const answer = textFrom(provider, addressOf(provider, "token"), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({
      client_id: provider.clientId,
      client_secret: provider.secret,
      code,
      code_verifier: flow.verifier,
      grant_type: "authorization_code",
      redirect_uri: returnAddress(provider),
    }),
  });
  const { access_token: accessToken } = await jsonFrom(Tokens, answer);
  return accessToken;
}

/** Where the token names its subject, `userdetails` must tell of the same one. */
function refuseAnother(provider: ParichayProvider, accessToken: string, subject: string): void {
  if (provider.tokenSubjectClaim === undefined) {
    return;
  }
  if (claimsIn(accessToken)[provider.tokenSubjectClaim] !== subject) {
    throw new Unproved("token-false");
  }
}

function claimsIn(accessToken: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(accessToken);
  } catch (error) {
    throw new Unproved("token-false", error);
  }
}

async function leave(provider: ParichayProvider, kept: Kept): Promise<undefined> {
  await textFrom(provider, addressOf(provider, "revoke"), {
    method: provider.revokeMethod,
    headers: {
      accept: "application/json",
      authorization: headerOf(provider, kept["accessToken"] ?? ""),
    },
  });
}

function headerOf({ authHeaderStyle }: ParichayProvider, token: string): string {
  return authHeaderStyle === "bearer" ? `Bearer ${token}` : token;
}

function addressOf(provider: ParichayProvider, step: keyof ParichayProvider["paths"]): URL {
  return new URL(provider.baseUrl.replace(/\/$/, "") + provider.paths[step]);
}
