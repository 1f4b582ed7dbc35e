import type { JSONWebKeySet } from "jose";
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  type CustomFetch,
  type ServerMetadata,
} from "openid-client";
import { z } from "zod";
import { OutboundFailure } from "../../base/index.ts";
import type { OpenIdProvider } from "../provider-settings.ts";
import { ask, originsOf } from "../providers.ts";
import { isDown, jsonFrom, textFrom } from "../read-answer.ts";
import { Unproved } from "../unproved.ts";

/** How far the provider's clock may be from ours. */
export const clockSeconds = 60;

/** Signatures that count. Never none, and none that is made with a secret we know ourselves. */
export const algorithms = ["RS256", "ES256", "PS256"];

/** The provider's own description, which must speak of itself and of its own hosts only. */
export async function fetchMetadata(provider: OpenIdProvider): Promise<ServerMetadata> {
  const found = await discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, {
    [customFetch]: outboundOf(provider),
    execute: isPlain(provider) ? [allowInsecureRequests] : [],
    timeout: 5,
  }).catch((error: unknown) => {
    throw new Unproved(isDown(error) ? "provider-down" : "answer-wrong", error);
  });
  const metadata = { ...found.serverMetadata() };
  if (metadata.issuer !== provider.issuer || !addressesOf(metadata).every(isOwn(provider))) {
    throw new Unproved("answer-wrong");
  }
  return metadata;
}

/** Public keys for signatures. Others, such as secrets shared with everybody, are left out. */
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(50) });

export async function fetchKeys(
  provider: OpenIdProvider,
  { jwks_uri: address = "" }: ServerMetadata,
): Promise<JSONWebKeySet> {
  const { keys } = await jsonFrom(KeySet, textFrom(provider, new URL(address), {}));
  return { keys: keys.filter(({ kty }) => kty === "RSA" || kty === "EC") };
}

/** The library's settings for one provider: our way out, our clock, our choice of signatures. */
export function clientOf(provider: OpenIdProvider, metadata: ServerMetadata): Configuration {
  const isAllowed = (name: string): boolean => algorithms.includes(name);
  const offered = metadata.id_token_signing_alg_values_supported ?? ["RS256"];
  const configuration = new Configuration(
    { ...metadata, id_token_signing_alg_values_supported: offered.filter(isAllowed) },
    provider.clientId,
    { [clockTolerance]: clockSeconds },
    provider.clientAuthentication === "basic"
      ? ClientSecretBasic(provider.secret)
      : ClientSecretPost(provider.secret),
  );
  configuration[customFetch] = outboundOf(provider);
  configuration.timeout = 5;
  if (isPlain(provider)) {
    allowInsecureRequests(configuration);
  }
  return configuration;
}

/** The settings admit `http:` on this machine only, and only where its own switch is on. */
function isPlain({ issuer }: OpenIdProvider): boolean {
  return issuer.startsWith("http:");
}

function addressesOf(metadata: ServerMetadata): readonly (string | undefined)[] {
  return [
    metadata.authorization_endpoint ?? "",
    metadata.token_endpoint ?? "",
    metadata.jwks_uri ?? "",
    metadata.userinfo_endpoint,
    metadata.end_session_endpoint,
  ];
}

function isOwn(provider: OpenIdProvider): (address: string | undefined) => boolean {
  const origins = originsOf(provider);
  return (address) =>
    address === undefined || (URL.canParse(address) && origins.includes(new URL(address).origin));
}

function outboundOf(provider: OpenIdProvider): CustomFetch {
  return (url, { method, headers, body }) =>
    ask(provider, url, { method, headers, body: bodyOf(body) });
}

/** The library sends forms only. */
function bodyOf(body: Parameters<CustomFetch>[1]["body"]): string | undefined {
  if (body === null || body === undefined) {
    return undefined;
  }
  if (typeof body === "string" || body instanceof URLSearchParams) {
    return String(body);
  }
  throw new OutboundFailure("refused", "Only forms are sent to identity providers");
}
