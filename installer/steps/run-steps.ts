import type { Host } from "../host/index.ts";
import { readJournal, writeJournal, type StepRecord } from "./journal.ts";
import type { Step, StepContext } from "./step.ts";

export interface StepsRun {
  readonly steps: readonly Step[];
  readonly context: StepContext;
  /** Told before and after each step. */
  readonly began?: (step: Step, number: number) => void;
  readonly ended?: (step: Step, record: StepRecord) => void;
  /** Brings to disk what a step changed, before the journal calls it finished. */
  readonly settle?: () => Promise<void>;
  /** Where the journal lies; a test has its own. */
  readonly journal?: string;
}

/** A step failed; what was done before it stays, and the same command goes on from there. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
  readonly step: Step;

  constructor(step: Step, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.step = step;
  }
}

/** Applies each step in turn and writes down how far it got. A check writes nothing. */
export async function runSteps(host: Host, run: StepsRun): Promise<readonly StepRecord[]> {
  const note = host.isCheck ? async () => undefined : writeJournal;
  const done: StepRecord[] = [];
  const { step: last, broken: before = [] } = await readJournal(run.journal);
  let broken = [...new Set([...before, ...(last ? [last] : [])])];
  for (const [at, step] of run.steps.entries()) {
    run.began?.(step, at + 1);
    await note({ step: step.id, steps: done, broken }, run.journal);
    const isBroken = broken.includes(step.id);
    const record = await apply(host, step, { ...run.context, isBroken });
    if (record.changes > 0 && !host.isCheck) {
      await run.settle?.();
    }
    broken = broken.filter((id) => id !== step.id);
    done.push(record);
    run.ended?.(step, record);
  }
  await note({ step: "", steps: done, broken, endedAt: new Date().toISOString() }, run.journal);
  return done;
}

async function apply(host: Host, step: Step, context: StepContext): Promise<StepRecord> {
  const [began, before] = [performance.now(), host.changes.length];
  try {
    await step.apply(host, context);
  } catch (error) {
    throw new StepFailed(step, error);
  }
  return {
    id: step.id,
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - began) / 100) / 10,
    changes: host.changes.length - before,
  };
}
