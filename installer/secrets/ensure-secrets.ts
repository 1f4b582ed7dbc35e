import type { Host } from "../host/index.ts";
import { generatedSecrets, secretCatalogue, type SecretName } from "./catalogue.ts";
import { vault, type Vault } from "./vault.ts";

/** Makes each secret that is missing, once; one that is there is never replaced. */
export async function ensureSecrets(host: Host, store: Vault = vault): Promise<void> {
  const present = new Set(await store.names());
  for (const name of generatedSecrets.filter((one) => !present.has(one))) {
    await store.write(host, name, freshValue(name));
  }
}

/** A new value of a secret that is made here. */
export function freshValue(name: SecretName): string {
  const known = secretCatalogue[name];
  if (!("make" in known)) {
    throw new Error(`${name} is not made here`);
  }
  return known.make();
}

/** A secret that must be there; in a check before the first run it is not, and nothing is compared with it. */
export async function neededSecret(
  host: Host,
  name: SecretName,
  store: Vault = vault,
): Promise<string> {
  const value = await store.read(name);
  if (value === undefined && !host.isCheck) {
    throw new Error(`The secret ${name} is missing from this machine`);
  }
  return value ?? freshValue(name);
}
