import { createHash } from "node:crypto";
import type { Doubt } from "../../access/index.ts";
import type { BilingualName, FieldError } from "../../base/index.ts";
import type { EmployeeDraft } from "../../organisation/index.ts";
import type { Closing } from "../person.ts";

/**
 * new: in the directory only. link: known here, not yet by the directory's name. changed: other particulars.
 * inactive: let go by the directory. gone: no longer in it. conflict: only a person can say.
 */
export const differenceKinds = ["new", "link", "changed", "inactive", "gone", "conflict"] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** Conflicts lie with an administrator; everything else can be taken over. */
export type TakenOverKind = Exclude<DifferenceKind, "conflict">;

export type ConflictReason = Exclude<Doubt, "nobody"> | "twice" | "other-code" | "to-be-decided";

export interface FieldChange {
  readonly field: keyof EmployeeDraft | "login";
  /** A designation by its names in both languages; empty where there was none. */
  readonly before: string | BilingualName;
  readonly after: string | BilingualName;
}

/** How one person stands in the directory and here. */
export interface Difference extends BilingualName {
  readonly kind: DifferenceKind;
  /** The person's unchanging name in the directory. */
  readonly subject: string;
  readonly employeeCode: string;
  readonly employeeId: string | null;
  readonly accountId: string | null;
  readonly changes: readonly FieldChange[];
  /** Why it cannot be taken over as it is. */
  readonly mistakes: readonly FieldError[];
  readonly closing: Closing | "gone" | null;
  /** The last day of service, where the directory says one. */
  readonly lastDay: string | null;
  readonly conflict: ConflictReason | null;
  /** What is to stand in the employee master, and the login. */
  readonly wanted: EmployeeDraft & { readonly login?: string | undefined };
}

export function isPossible({ kind, mistakes }: Difference): boolean {
  return kind !== "conflict" && mistakes.length === 0;
}

/** What was shown, in short; another word means that something is different now. */
export function fingerprintOf(differences: readonly Difference[]): string {
  const hash = createHash("sha256");
  for (const one of differences) {
    hash.update(JSON.stringify(one));
  }
  return hash.digest("base64url").slice(0, 22);
}

/** How many there are of each kind. */
export function countsOf(differences: readonly Difference[]): Record<DifferenceKind, number> {
  const count = (kind: DifferenceKind) => differences.filter((one) => one.kind === kind).length;
  return {
    new: count("new"),
    link: count("link"),
    changed: count("changed"),
    inactive: count("inactive"),
    gone: count("gone"),
    conflict: count("conflict"),
  };
}
