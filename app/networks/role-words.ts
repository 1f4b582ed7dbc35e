import { t, words } from "../base/index.ts";

/** The rights that may be bound to a range, as people call who has them. */
export const boundRoles: Readonly<Record<string, string>> = {
  administrator: words("Administrators"),
  auditor: words("Auditors"),
  signatory: words("Signatories"),
  registry: words("The registry"),
};

export function roleWords(role: string): string {
  return t(boundRoles[role] ?? role);
}
