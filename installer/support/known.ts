import { inOurDatabase } from "../database/index.ts";
import { vault } from "../secrets/index.ts";
import { readSite } from "../site/index.ts";
import type { Known } from "./redact.ts";

export interface KnownHere extends Known {
  /** False while the database does not answer: then names in the logs are not known for what they are. */
  readonly areNamesKnown: boolean;
}

/** Everything on this server that must not leave it. Read to be taken out, and kept nowhere. */
export async function knownHere(): Promise<KnownHere> {
  const [secrets, names, site] = await Promise.all([
    secretsHere(),
    namesHere().catch(() => undefined),
    readSite().catch(() => undefined),
  ]);
  const administrator = site?.administrator;
  return {
    secrets,
    areNamesKnown: names !== undefined,
    names: [
      ...(names ?? []),
      ...(administrator
        ? [
            administrator.nameHi,
            administrator.nameEn,
            administrator.login,
            administrator.employeeCode,
          ]
        : []),
    ],
  };
}

/** Whole values, and the passwords inside addresses. */
async function secretsHere(): Promise<readonly string[]> {
  const names = await vault.names();
  const values = await Promise.all(names.map((name) => vault.read(name).catch(() => undefined)));
  return values
    .flatMap((value) => (value === undefined ? [] : [value.trim(), ...value.trim().split("\n")]))
    .flatMap((value) => [value, ...(/:\/\/[^:/@]*:([^@/]+)@/.exec(value)?.slice(1) ?? [])]);
}

async function namesHere(): Promise<readonly string[]> {
  const found = await inOurDatabase(({ rows }) =>
    rows<{ said: string }>(
      `select name_en as said from employees union select name_hi from employees
       union select code from employees union select login from accounts`,
    ),
  );
  return found.map(({ said }) => said).filter(Boolean);
}
