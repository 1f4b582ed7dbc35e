import type { Wish } from "../../backups/restore/choose.ts";
import type { Foundations } from "../../backups/restore/from-escrow.ts";
import { installSteps } from "../steps/index.ts";
import type { Step } from "../steps/step.ts";
import { foundationsStep } from "./foundations-step.ts";
import { restoredStep } from "./restored-step.ts";

export interface Restoring {
  readonly ground: Foundations;
  readonly wish: Wish;
  readonly acceptGap: boolean;
  readonly from: string;
  readonly fromSecond: boolean;
  readonly before: Date | undefined;
}

/**
 * An installation that finds its keys, passphrases and settings instead of making them, and fills its empty database
 * from the backups before anybody connects to it.
 */
export function restoreSteps(restoring: Restoring): readonly Step[] {
  return installSteps.flatMap((step) => {
    switch (step.id) {
      case "accounts":
        return [step, foundationsStep(restoring)];
      case "database":
        return [restoredStep(restoring), step];
      case "administrator":
        return []; // those of the office come back with it
      default:
        return [step];
    }
  });
}
