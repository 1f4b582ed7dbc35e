import type { RouterContext } from "@koa/router";
import { forbidden, unauthenticated, visitorOf, type Session } from "../../base/index.ts";

/** The session of the browser that asks; strangers sign in first, and programs have none. */
export function ownSession(context: RouterContext): Session {
  const visitor = visitorOf(context);
  if (!visitor) {
    throw unauthenticated();
  }
  if (!visitor.session) {
    throw forbidden("This is done by a person at a browser, not by a program.");
  }
  return visitor.session;
}
