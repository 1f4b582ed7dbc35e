import { config } from "../config.ts";
import { readOnlyNow } from "../metrics.ts";

/** Why the office is open for reading only, as people read it; without reasons where the server itself is so. */
export interface ReadOnly {
  readonly since: Date | null;
  readonly reasonHi: string;
  readonly reasonEn: string;
}

export interface Announcement {
  readonly id: string;
  readonly wordsHi: string;
  readonly wordsEn: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
}

export interface ServiceState {
  readonly readOnly: ReadOnly | undefined;
  /** Those of today and of days to come, the next first. */
  readonly announcements: readonly Announcement[];
}

let state: ServiceState = { readOnly: undefined, announcements: [] };

/** What this process knows; at most a second or two old where `follow.ts` runs. */
export function serviceState(): ServiceState {
  return state;
}

export function setServiceState(next: ServiceState): void {
  state = next;
  readOnlyNow.set(isReadOnly() ? 1 : 0);
}

/** The setting stands above the database: a scratch server for a drill cannot be switched. */
export function isReadOnly(): boolean {
  return state.readOnly !== undefined || config().READ_ONLY;
}

/** What stands on top of every page at this moment. */
export function presentAnnouncements(at: Date): readonly Announcement[] {
  return state.announcements.filter(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
}
