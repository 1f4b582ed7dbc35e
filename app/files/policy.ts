import { hasRole, type Actor } from "../base/index.ts";

/** Who may open files: dealing hands and above; the registry only diarises. */
export const mayOpenFiles: (actor: Actor) => boolean = hasRole(
  "dealing-hand",
  "section-officer",
  "officer",
  "secretary",
);

export const mayApproveClosing: (actor: Actor) => boolean = hasRole(
  "close-approver",
  "section-officer",
  "officer",
  "secretary",
);
