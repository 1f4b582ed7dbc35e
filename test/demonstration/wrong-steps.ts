import type { Step } from "../../app/demonstration/index.ts";

interface Desk {
  /** Null inside a file. */
  readonly holder: string | null;
  readonly opened: boolean;
  readonly sender: string;
}

/** Follows every item from desk to desk; returns the steps of those who might not do what they did. */
export function wrongSteps(steps: readonly Step[]): Step[] {
  const desks = new Map<string, Desk>();
  return steps.filter((step) => {
    const desk = desks.get(step.item);
    const wrong = isWrong(step, desk);
    desks.set(step.item, deskAfter(step, desk));
    return wrong;
  });
}

function isWrong(step: Step, desk: Desk | undefined): boolean {
  if (step.kind === "diarise" || step.kind === "createFile") {
    return desk !== undefined;
  }
  if (!desk) {
    return true;
  }
  return isAboutTheLetter(step) ? false : !mayAct(step, desk);
}

/** What the post office reports does not need the file on the desk. */
function isAboutTheLetter({ kind }: Step): boolean {
  return kind === "deliver" || kind === "undelivered";
}

function mayAct(step: Step, desk: Desk): boolean {
  if (step.kind === "pullBack") {
    return !desk.opened && desk.sender === step.actor;
  }
  if (step.kind === "return" && step.to !== desk.sender) {
    return false;
  }
  return desk.holder === step.actor && (desk.opened || step.kind === "open");
}

function deskAfter(step: Step, desk: Desk | undefined): Desk {
  const here = desk ?? { holder: step.actor, opened: true, sender: step.actor };
  if (step.kind === "send" || step.kind === "return") {
    return { holder: step.to, opened: false, sender: step.actor };
  }
  if (step.kind === "pullBack") {
    return { holder: step.actor, opened: true, sender: step.actor };
  }
  const holder = step.kind === "putInFile" ? null : here.holder;
  return { ...here, holder, opened: here.opened || step.kind === "open" };
}
