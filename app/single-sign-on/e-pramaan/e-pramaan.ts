import { randomUUID } from "node:crypto";
import type { Adapter, Kept, Proved } from "../proved.ts";
import { challengeOf, type Flow } from "../flow.ts";
import type { EPramaanProvider } from "../provider-settings.ts";
import { farewellAddress, returnAddress } from "../providers.ts";
import { codeOf, lineOf, subjectFrom, textFrom } from "../read-answer.ts";
import { Unproved } from "../unproved.ts";
import { hmacOf } from "./api-hmac.ts";
import { openToken } from "./open-token.ts";

/** e-Pramaan: a signed token inside a sealed one, asked for with lists where others send words. */
export function ePramaan(provider: EPramaanProvider): Adapter {
  return {
    lead: async (flow) => lead(provider, flow),
    prove: (flow, answered) => prove(provider, flow, answered),
    leave: (kept) => leave(provider, kept),
  };
}

function lead(provider: EPramaanProvider, flow: Flow): URL {
  const url = addressOf(provider, "authorize");
  const { clientId, scope, secret } = provider;
  const [back, challenge] = [returnAddress(provider), challengeOf(flow)];
  url.search = new URLSearchParams({
    scope,
    response_type: "code",
    redirect_uri: back,
    state: flow.state,
    nonce: flow.nonce,
    client_id: clientId,
    code_challenge: challenge,
    code_challenge_method: "S256",
    request_uri: addressOf(provider, "authorize").href,
    apiHmac: hmacOf(secret, [clientId, secret, flow.state, flow.nonce, back, scope, challenge]),
  }).toString();
  return url;
}

async function prove(provider: EPramaanProvider, flow: Flow, answered: URL): Promise<Proved> {
  const envelope = await exchange(provider, flow, codeOf(answered));
  const claims = await openToken(provider, envelope, flow.nonce);
  const { fields } = provider;
  const subject = subjectFrom(claims.sub);
  const session = lineOf(claims["session_id"]);
  return {
    claimed: {
      issuer: new URL(provider.baseUrl).origin,
      subject,
      employeeCode: lineOf(claims[fields.employeeCode]),
      email: lineOf(claims[fields.email]),
      name: lineOf(claims[fields.name]),
    },
    secondFactor: provider.provesSecondFactor,
    provedAt: null,
    kept: { subject, sessionId: session ?? "" },
    providerSession: session,
  };
}

/** The address for the token stands in the request itself too, as at the first step. */
function exchange(provider: EPramaanProvider, flow: Flow, code: string): Promise<string> {
  return textFrom(provider, addressOf(provider, "token"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      code: [code],
      grant_type: ["authorization_code"],
      scope: [provider.scope],
      redirect_uri: [returnAddress(provider)],
      request_uri: [addressOf(provider, "token").href],
      code_verifier: [flow.verifier],
      client_id: [provider.clientId],
    }),
  });
}

async function leave(provider: EPramaanProvider, kept: Kept): Promise<undefined> {
  const [iss, logoutRequestId] = ["ePramaan", randomUUID()];
  const { sessionId = "", subject: sub = "" } = kept;
  const { clientId } = provider;
  const redirectUrl = farewellAddress();
  const values = [clientId, sessionId, iss, logoutRequestId, sub, redirectUrl];
  const answer = await textFrom(provider, addressOf(provider, "logout"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      clientId,
      sessionId,
      hmac: hmacOf(logoutRequestId, values),
      iss,
      logoutRequestId,
      sub,
      redirectUrl,
      customParameter: "",
    }),
  });
  if (isRefused(answer)) {
    throw new Unproved("denied-there");
  }
}

/** The answer is JSON within base64; an answer of another form is taken for a yes, the session here is over anyway. */
function isRefused(answer: string): boolean {
  const [, coded = answer] = /"LogoutResponse"\s*:\s*"([\w+/=-]+)"/.exec(answer) ?? [];
  return /"logoutStatus"\s*:\s*"?(?:false|fail)/i.test(Buffer.from(coded, "base64").toString());
}

function addressOf(provider: EPramaanProvider, step: keyof EPramaanProvider["paths"]): URL {
  return new URL(provider.baseUrl.replace(/\/$/, "") + provider.paths[step]);
}
