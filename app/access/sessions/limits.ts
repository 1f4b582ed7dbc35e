import { config, orderedValue, type Session } from "../../base/index.ts";

/** The office's limits of a session, in seconds, for sessions that begin now. */
export async function sessionLimits(): Promise<Pick<Session, "idleSeconds" | "absoluteSeconds">> {
  const { SESSION_IDLE_MINUTES, SESSION_ABSOLUTE_MINUTES } = config();
  const idle = await orderedValue<number>("access.session-idle-minutes");
  const absolute = await orderedValue<number>("access.session-absolute-minutes");
  return {
    idleSeconds: secondsOf(idle, SESSION_IDLE_MINUTES),
    absoluteSeconds: secondsOf(absolute, SESSION_ABSOLUTE_MINUTES),
  };
}

/** Whatever is ordered stays within what the installation allows. */
function secondsOf(ordered: number | undefined, ceiling: number): number {
  const minutes = Number(ordered ?? ceiling);
  return 60 * (minutes >= 1 ? Math.min(minutes, ceiling) : ceiling);
}
