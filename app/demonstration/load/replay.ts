import { atMoment, Refusal } from "../../base/index.ts";
import type { Step } from "../history/steps.ts";
import { inwardDeeds, movingDeeds } from "./deeds.ts";
import { counter } from "./progress.ts";
import { outwardDeeds } from "./outward-deeds.ts";
import type { Doing, Scene } from "./scene.ts";

const deeds = { ...inwardDeeds, ...movingDeeds, ...outwardDeeds };

/** Does everything that was done in the year, in its order, each step at its own moment. */
export async function replay(scene: Scene, steps: readonly Step[]): Promise<void> {
  const tick = counter("steps of the year", steps.length, 10);
  for (const step of steps) {
    try {
      await atMoment(step.at, () => perform(scene, step));
    } catch (error) {
      throw new Error(`The demonstration could not ${step.kind} ${step.item}: ${why(error)}`, {
        cause: error,
      });
    }
    tick();
  }
}

function perform(scene: Scene, step: Step): Promise<unknown> {
  // each kind of step has its own deed, which the compiler has checked kind by kind
  const deed = deeds[step.kind] as Doing<Step>;
  return deed(scene, scene.seat(step.actor), step);
}

function why(error: unknown): string {
  return error instanceof Refusal
    ? `${error.message} ${JSON.stringify([error.gaps, error.fields])}`
    : String(error);
}
