import type { Host } from "../host/index.ts";
import type { Site } from "../site/index.ts";
import type { Words } from "../words.ts";

export interface StepContext {
  readonly site: Site;
  /** The folder of the release being installed, such as /opt/secretariat/releases/0.2.0. */
  readonly release: string;
  readonly version: string;
  /** Where the opened bundle lies; absent when nothing new is brought, as for `reconfigure`. */
  readonly bundle?: string;
  /** An earlier run broke off in this step: files may be as they should be and nobody have read them. */
  readonly isBroken?: boolean;
  /** People are at work: Postgres and Redis go on as they are, and the next `reconfigure` starts them anew. */
  readonly isAtWork?: boolean;
  /** A line for the log, and for who watches. Never a secret. */
  readonly say: (line: string) => void;
  /** The one-time password of the first administrator, for the last page and nowhere else. */
  readonly show?: (made: { readonly login: string; readonly password: string }) => void;
}

/** One part of an installation. Applied twice, it changes nothing the second time. */
export interface Step {
  readonly id: string;
  readonly title: Words;
  apply(host: Host, context: StepContext): Promise<void>;
}
