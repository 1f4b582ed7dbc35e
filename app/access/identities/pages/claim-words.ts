import { words } from "../../../base/index.ts";

export const claimStates = {
  waiting: words("To be decided"),
  linked: words("Linked"),
  refused: words("Refused"),
} as const;

export const claimReasons = {
  nobody: words("Nobody here has this employee code or e-mail."),
  "code-only": words("Only the employee code is known here."),
  "email-only": words("Only the e-mail is known here."),
  disagree: words("Employee code and e-mail belong to different people here."),
  "linked-already": words("This person has another identity of the same source."),
  unlinked: words("An administrator took it from an account."),
} as const;
