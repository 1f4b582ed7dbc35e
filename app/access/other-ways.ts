import type { RouterContext } from "@koa/router";
import type { BilingualName, Session } from "../base/index.ts";

/** A button on the sign-in page that leads to another way in. */
export interface SignInOption extends BilingualName {
  readonly href: string;
}

/** Another way in and out of the house, such as single sign-on. */
export interface OtherWay {
  readonly options: () => readonly SignInOption[];
  /** Called when a session is over; where the browser should go to be signed out there too. */
  readonly leave: (context: RouterContext, ended: Session) => Promise<string | undefined>;
  /**
   * Where somebody of this session proves again that it is he, to come back to `next`; nothing where he came
   * another way. Coming back, the way calls `confirmSession`.
   */
  readonly confirm?: (session: Session, next: string) => string | undefined;
}

const ways: OtherWay[] = [];

export function joinWay(way: OtherWay): void {
  ways.push(way);
}

export function signInOptions(): readonly SignInOption[] {
  return ways.flatMap((way) => way.options());
}

/** Where the way by which this session came in asks its owner again. */
export function confirmElsewhere(session: Session, next: string): string | undefined {
  for (const { confirm } of ways) {
    const address = confirm?.(session, next);
    if (address !== undefined) {
      return address;
    }
  }
  return undefined;
}

/** Where to go after signing out here. */
export async function leaveOtherWays(context: RouterContext, ended: Session): Promise<string> {
  for (const way of ways) {
    const next = await way.leave(context, ended);
    if (next !== undefined) {
      return next;
    }
  }
  return "/sign-in";
}
