import { capture, type Ran } from "../host/index.ts";
import { places } from "../places.ts";
import { credentialPath, vault } from "./vault.ts";

export interface Role {
  /** The folder of the release whose program is run. */
  readonly release?: string;
  readonly name: string;
  readonly arguments?: readonly string[];
  readonly input?: string;
  readonly credentials?: readonly string[];
  readonly timeoutSeconds?: number;
}

/** Runs the product in one of its roles as its own user, with the secrets handed over as its units get them. */
export async function runRole(role: Role): Promise<Ran> {
  const release = role.release ?? places.current;
  const credentials = role.credentials ?? [
    "database-url",
    "redis-url",
    ...(await secretsFromOutside()),
  ];
  const properties = [
    "User=secretariat",
    "Group=secretariat",
    `WorkingDirectory=${release}`,
    `EnvironmentFile=${places.webEnvironment}`,
    "Environment=NODE_ENV=production",
    "UMask=0077",
    "NoNewPrivileges=yes",
    "LimitCORE=0",
    ...credentials.map((name) => `LoadCredentialEncrypted=${name}:${credentialPath(name)}`),
  ];
  const settings = properties.map((property) => `--property=${property}`);
  const program = [`${release}/runtime/bin/node`, `${release}/build/app/main.js`, role.name];
  const given = (role.arguments ?? []).map(asTyped);
  return capture([...asUnit, ...settings, ...program, ...given], {
    input: role.input ?? "",
    timeoutSeconds: role.timeoutSeconds ?? 120,
  });
}

/** What this site's directory and sign-in providers need: without them the product does not start where they are set up. */
export async function secretsFromOutside(): Promise<readonly string[]> {
  return (await vault.names()).filter((name) => /^(?:directory|single-sign-on)-/.test(name));
}

/** systemd fills variables in; a doubled dollar is one to it. */
export function asTyped(argument: string): string {
  return argument.replaceAll("$", "$$$$");
}

const asUnit = ["systemd-run", "--quiet", "--pipe", "--wait", "--collect", "--service-type=exec"];
