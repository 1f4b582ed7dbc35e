import type { Site } from "../site/index.ts";
import type { Gaps, Words } from "../words.ts";
import type { Machine } from "./machine.ts";

/** FAIL: the work must not begin. WARN: it may, and somebody should know. */
export type Severity = "fail" | "warn";

export interface Context {
  readonly machine: Machine;
  readonly site: Site;
  /** The folder of the unpacked bundle, where one was named. */
  readonly bundle?: string;
  /** `install` judged every byte of it a moment ago, before it started this program. */
  readonly isBundleJudged?: boolean;
  /** The version that runs here now. */
  readonly installed?: string;
}

/** What a check found wrong. */
export interface Trouble {
  readonly gaps?: Gaps;
  /** Where this trouble weighs otherwise than the check does. */
  readonly severity?: Severity;
  /** Where something else helps here than what the check says. */
  readonly remedy?: Words;
}

export interface Check {
  readonly id: `PF-${string}`;
  readonly title: Words;
  readonly severity: Severity;
  /** How long it may take, where that is longer than others may. */
  readonly patienceSeconds?: number;
  /** Whether it makes sense before the product is installed, after, or always. */
  readonly when: "before" | "after" | "always";
  /** Why it matters, with what was found in its gaps. */
  readonly cause: Words;
  readonly remedy: Words;
  look(context: Context): Promise<Trouble | undefined>;
}
