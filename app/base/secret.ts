import { config } from "./config.ts";
import { readSecret, type SecretPlaces } from "./secret-file.ts";

/** A secret by its name such as `directory-password`: a systemd credential, or a file in the folder of keys. */
export function secret(name: string): string | undefined {
  return readSecret(name, secretPlaces());
}

/** Where this process looks for secrets and keys. */
export function secretPlaces(): SecretPlaces {
  return { credentials: process.env["CREDENTIALS_DIRECTORY"], keys: config().KEYS_FOLDER };
}
