import { words } from "../../base/index.ts";
import type { Tone } from "../../ui/index.ts";
import type {
  ConflictReason,
  Difference,
  DifferenceKind,
  FieldChange,
} from "../sync/difference.ts";
import type { SyncOutcome } from "../sync/sync-run.ts";

export const kindWords: Readonly<Record<DifferenceKind, string>> = {
  new: words("New people"),
  link: words("To be linked"),
  changed: words("Changed"),
  inactive: words("Let go"),
  gone: words("Missing from the directory"),
  conflict: words("To be decided"),
};

/** What taking over does, one sentence for each kind. */
export const kindHints: Readonly<Record<DifferenceKind, string>> = {
  new: words("They are entered in the employee master and come in by the directory."),
  link: words(
    "Employee code and e-mail agree with somebody here. From then on they come in by the directory, and their passwords here end.",
  ),
  changed: words("Their particulars here become those of the directory."),
  inactive: words(
    "Their accounts are disabled, their sessions and charges end. They stay in the record.",
  ),
  gone: words(
    "The directory does not know them any more. Their accounts are disabled, their sessions and charges end.",
  ),
  conflict: words("Nothing is done for these before somebody has decided."),
};

export const conflictWords: Readonly<Record<ConflictReason, string>> = {
  "code-only": words("Only the employee code is known here."),
  "email-only": words("Only the e-mail is known here."),
  disagree: words("Employee code and e-mail belong to different people here."),
  "linked-already": words("This person has another identity of the same source."),
  twice: words("Two entries of the directory have the same employee code, e-mail or login."),
  "other-code": words("The directory has another employee code for this person."),
  "to-be-decided": words("An administrator has still to decide whose entry this is."),
};

export const closingWords: Readonly<Record<NonNullable<Difference["closing"]>, string>> = {
  inactive: words("Not active in the directory"),
  retired: words("Service has ended"),
  expired: words("Account has run out"),
  gone: words("Not in the directory any more"),
};

export const fieldWords: Readonly<Record<FieldChange["field"], string>> = {
  code: words("Employee code"),
  salutation: words("Appellation"),
  nameEn: words("Name in English"),
  nameHi: words("Name in Hindi"),
  gender: words("Gender"),
  bornOn: words("Date of birth"),
  joinedOn: words("Date of joining service"),
  email: words("E-mail"),
  mobile: words("Mobile"),
  designationId: words("Designation"),
  class: words("Class"),
  language: words("Preferred language"),
  login: words("Login"),
};

export const outcomeWords: Readonly<Record<SyncOutcome, { label: string; tone: Tone }>> = {
  read: { label: words("Read"), tone: "done" },
  failed: { label: words("No server answered"), tone: "overdue" },
  held: { label: words("Too many let go at once: held back"), tone: "overdue" },
  "taken-over": { label: words("Taken over"), tone: "accent" },
};
