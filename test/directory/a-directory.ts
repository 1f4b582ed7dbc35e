import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { change, row } from "../../app/base/index.ts";
import { readSettings, useDirectory, type Directory } from "../../app/directory/settings.ts";
import { forgetFailures } from "../../app/directory/ask.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { visitAsStranger, type Shown } from "../support/visit.ts";
import { anAuthority, base, bindDn, bindPassword, type TestAuthority } from "../support/slapd.ts";

/** Settings as `directory.json` would give them. */
export function directoryOf(
  authority: TestAuthority,
  servers: readonly string[],
  given: Readonly<Record<string, unknown>> = {},
): Directory {
  const addresses = servers.map((url) =>
    url.startsWith("ldap:") ? { url, startTls: true } : { url },
  );
  return readSettings(
    { name: "nic", servers: addresses, authority: "ca.pem", bindDn, base, ...given },
    { certificate: () => authority.pem, password: bindPassword },
  );
}

/** From here on this process knows this directory, and has forgotten which servers failed. */
export function use(directory: Directory | undefined): void {
  forgetFailures();
  useDirectory({ directory });
}

/** An authority for a suite, gone when the suite is. */
export function authorityForSuite(): () => TestAuthority {
  let authority: TestAuthority;
  const folder = mkdtempSync(join(tmpdir(), "directory-"));
  before(async function () {
    this.timeout(30_000);
    authority = await anAuthority(folder);
  });
  after(() => {
    use(undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  return () => authority;
}

export function attempt(login: string, password: string, language = "en"): Promise<Shown> {
  return visitAsStranger("/sign-in", {
    method: "POST",
    headers: { accept: "text/html", "accept-language": language },
    body: new URLSearchParams({ login, password }),
  });
}

/** An officer whose account comes in by the directory, with the code and e-mail of an entry. */
export async function anOfficerOf(uid: string, code: string): Promise<AnOfficer> {
  const officer = await anOfficer();
  await change("employees", { id: officer.employeeId }, { code, email: `${uid}@cg.example` });
  const account = { login: uid, door: "directory", mustChange: false };
  await change("accounts", { id: officer.accountId }, account);
  return { ...officer, login: uid };
}

export async function failuresOf({ accountId }: AnOfficer): Promise<number | undefined> {
  const found = await row<{ failures: number }>(
    "select failures from accounts where id = $accountId",
    { accountId },
  );
  return found?.failures;
}
