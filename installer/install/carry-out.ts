import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { refuseWhileHeld } from "../command/lock.ts";
import type { Call } from "../command/verb.ts";
import { makeHost, mustRun, type Host } from "../host/index.ts";
import { runSteps, type Step, type StepContext } from "../steps/index.ts";
import type { StepRecord } from "../steps/journal.ts";
import { StepFailed } from "../steps/run-steps.ts";
import { keepWritten } from "../watching/written-files.ts";
import { words } from "../words.ts";
import { noLog, openLog } from "./log-file.ts";
import { noteUnchecked } from "./note-unchecked.ts";

export interface Plan {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly context: Omit<StepContext, "say">;
  readonly check: boolean;
  readonly diff: boolean;
  /** Somebody left the checks beforehand out. */
  readonly isUnchecked: boolean;
}

export interface CarriedOut {
  readonly host: Host;
  readonly records: readonly StepRecord[];
  readonly log: string;
}

const seconds = words({ hi: "से.", en: "s" });

/** Applies the steps, one line each; everything told on the way is kept in the log. */
export async function carryOut(call: Call, plan: Plan): Promise<CarriedOut> {
  const host = makeHost({ check: plan.check, diff: plan.diff });
  const log = plan.check ? noLog : openLog(plan.name);
  if (plan.isUnchecked && !plan.check) {
    await noteUnchecked(log);
  }
  const said = (line: string) => {
    log.line(line);
    call.say(`        ${line}`);
  };
  const total = String(plan.steps.length);
  const began = (step: Step, number: number) => log.line(`${number}/${total} ${step.id}`);
  const ended = (step: Step, record: StepRecord) => {
    const number = String(plan.steps.indexOf(step) + 1).padStart(total.length);
    const title = step.title[call.language].padEnd(36);
    const time = `${record.seconds.toFixed(1).padStart(6)} ${seconds[call.language]}`;
    call.say(`[${number}/${total}] ${title}${time}  ${changesOf(record)}`.trimEnd());
    const changes = host.changes.slice(host.changes.length - record.changes);
    changes.forEach(({ what }) => log.line(what));
    showChanges(call, plan, changes);
  };
  try {
    const context = { ...plan.context, say: said };
    const records = await runSteps(host, { steps: plan.steps, context, began, ended, settle });
    await (plan.check ? refuseWhileHeld() : keepWritten(host));
    return { host, records, log: log.path };
  } catch (error) {
    await (plan.check ? refuseWhileHeld() : undefined);
    log.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error instanceof StepFailed ? failedIn(error) : error;
  }
}

/** Debian's programs leave what they wrote to the next writeback: after a power cut it would be empty. */
async function settle(): Promise<void> {
  await mustRun(["sync", "--file-system", "/", "/opt", "/usr", "/var"], { timeoutSeconds: 600 });
}

/** A step that failed has told why; what was done before it stays. */
function failedIn({ step, message, cause }: StepFailed): unknown {
  return cause instanceof Halt
    ? cause
    : new Halt(exit.failed, stepFailed, { step: step.id, reason: message });
}

function changesOf({ changes }: StepRecord): string {
  return changes === 0 ? "" : `+${changes}`;
}

/** A check tells each change; with `--diff` also the lines that differ. */
function showChanges({ say }: Call, { check, diff }: Plan, changes: Host["changes"]): void {
  for (const { what, diff: lines } of check || diff ? changes : []) {
    say(`        ${what}`);
    if (diff && lines) {
      say(lines.trimEnd());
    }
  }
}

const stepFailed = words({
  hi: "“{step}” पूरा नहीं हुआ: {reason}\nकारण दूर करके वही आदेश फिर चलाएँ।",
  en: "“{step}” could not be finished: {reason}\nPut it right and run the same command again.",
});
