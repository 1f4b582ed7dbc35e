import { createPublicKey } from "node:crypto";
import type { z } from "zod";
import { v5 as derivedId } from "uuid";
import {
  config,
  fetchFrom,
  notFound,
  secret,
  type OutboundRequest,
  type Subject,
} from "../base/index.ts";
import { ProviderSettings, type Provider } from "./provider-settings.ts";

export type { Provider } from "./provider-settings.ts";

let known: readonly Provider[] | undefined;

/** The providers of this installation, read once; throws a sentence for the operator where they cannot be used. */
export function providers(): readonly Provider[] {
  known ??= readProviders(secret);
  return known;
}

/** Puts others in their place, for tests. */
export function useProviders(several: readonly Provider[] | undefined): void {
  known = several;
}

/** `providers.json` and the files beside it. None of them: nobody signs in elsewhere. */
export function readProviders(read: (name: string) => string | undefined): readonly Provider[] {
  const text = read("providers.json");
  if (text === undefined) {
    return [];
  }
  const parsed = ProviderSettings.safeParse(parsedJson(text));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => {
      const unknown = issue.code === "unrecognized_keys" ? ` (${issue.keys.join(", ")})` : "";
      return `${issue.path.join(".")}: ${issue.message}${unknown}`;
    });
    throw new Error(`providers.json cannot be used. ${wrong.join("; ")}`);
  }
  const ids = parsed.data.map(({ id }) => id);
  if (new Set(ids).size < ids.length) {
    throw new Error("providers.json cannot be used. Two providers have the same id");
  }
  return parsed.data.map((settings) => withSecrets(settings, read));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error("providers.json cannot be used. It is not well-formed JSON", { cause: error });
  }
}

function withSecrets(
  settings: z.infer<typeof ProviderSettings>[number],
  read: (name: string) => string | undefined,
): Provider {
  const file = `single-sign-on-${settings.id}`;
  const own = read(file);
  const certificate = read(`${file}-certificate`);
  if (!own) {
    throw new Error(`The provider ${settings.id} needs its secret in a file named ${file}`);
  }
  if (settings.kind === "e-pramaan" && !isCertificate(certificate)) {
    throw new Error(`The provider ${settings.id} needs a certificate in ${file}-certificate`);
  }
  return { ...settings, secret: own, certificate, authority: read(`${file}-authority`) };
}

function isCertificate(text: string | undefined): boolean {
  try {
    return createPublicKey(text ?? "").asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}

export function findProvider(id: string): Provider {
  const found = providers().find((provider) => provider.id === id);
  if (!found) {
    throw notFound();
  }
  return found;
}

/** Where the provider sends the browser back to; each has an address of its own, so that none passes for another. */
export function returnAddress({ id }: Provider): string {
  return new URL(`/single-sign-on/${id}/return`, config().ORIGIN).href;
}

/** Where the browser comes back to after it was signed out there. */
export function farewellAddress(): string {
  return new URL("/sign-in", config().ORIGIN).href;
}

/** The name of the door in sessions and in the record. */
export function doorOf({ kind, id }: Provider): string {
  return `${kind}:${id}`;
}

/** What an event about a provider is about; the same id for the same provider always. */
export function subjectOf({ id }: Provider): Subject {
  return { type: "identity-provider", id: derivedId(id, derivedId.URL) };
}

export function originsOf(provider: Provider): readonly string[] {
  const own = provider.kind === "oidc" ? provider.issuer : provider.baseUrl;
  return [own, ...provider.origins].map((address) => new URL(address).origin);
}

/** Asks the provider something; it reaches no other host. */
export function ask(
  provider: Provider,
  address: string | URL,
  asked: OutboundRequest,
): Promise<Response> {
  return fetchFrom(originsOf(provider), address, {
    ...asked,
    privateHosts: provider.privateHosts,
    authorities: provider.authority,
  });
}
