import type { Words } from "../../words.ts";
import type { Impact } from "./impacts.ts";

/** Red: people cannot work, or soon will not. Amber: they can, but somebody must act. Quiet: when there is time; shown, not sent. */
export type Severity = "red" | "amber" | "quiet";

/** Whom a helpdesk calls. */
export type Called = "datacentre" | "network" | "security";

/** One thing that is watched: the rule for Prometheus, the words for the helpdesk, the steps for the administrator. */
export interface Alert {
  readonly name: string;
  readonly expr: string;
  /** How long it must hold, in Prometheus' words. */
  readonly for: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly call: Called;
  /** What is wrong, as one says it on the telephone. */
  readonly title: Words;
  /** The runbook: what the administrator does, each step one line; code in backticks is what he types. */
  readonly steps: { readonly hi: readonly string[]; readonly en: readonly string[] };
}
