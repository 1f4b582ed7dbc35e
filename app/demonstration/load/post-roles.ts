import type { Role } from "../../access/index.ts";
import type { PostRole } from "../seat.ts";

const officer: readonly Role[] = ["officer", "draft-approver", "signatory", "close-approver"];
const secretary: readonly Role[] = ["secretary", "draft-approver", "signatory", "close-approver"];

/** What each kind of post may do, by the permission matrix of the office procedure. */
export const rolesOfPost: Readonly<Record<PostRole, readonly Role[]>> = {
  chief: secretary,
  secretary,
  deputy: officer,
  under: officer,
  officer: ["section-officer", "dealing-hand"],
  hand: ["dealing-hand"],
  registrar: ["registry", "section-officer"],
  registry: ["registry"],
  private: ["registry"],
  director: officer,
  commissioner: officer,
  collector: officer,
  tehsildar: officer,
};

/** Two posts carry besides what keeps the demonstration's own house. */
export const extraRoles: Readonly<Record<string, readonly Role[]>> = {
  "EIT-GEN:AG2-1": ["administrator"],
  "FIN:US-1": ["auditor"],
};
