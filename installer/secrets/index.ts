/** Passwords and keys: made once, sealed by systemd, shown never. */
export {
  knownSecret,
  passwordIn,
  randomSecret,
  secretCatalogue,
  type KnownSecret,
  type SecretName,
} from "./catalogue.ts";
export { ensureSecrets, freshValue, neededSecret } from "./ensure-secrets.ts";
export { runRole, secretsFromOutside } from "./run-role.ts";
export { credentialPath, isSecretName, vault, type Vault } from "./vault.ts";
