import type { RouterContext } from "@koa/router";
import { renewSession, setVisitor, visitorOf, type Session } from "../../base/index.ts";
import { setSessionCookie } from "../session-cookie.ts";

/** Gives a session a new token and the browser that asks its cookie; whoever held the old one is out. */
export async function renew(context: RouterContext, session: Session): Promise<Session> {
  const renewed = await renewSession(session);
  if (!renewed) {
    return session; // it ended meanwhile, or a request beside this one was first
  }
  setSessionCookie(context, renewed.token);
  const visitor = visitorOf(context);
  if (visitor) {
    const actor = { ...visitor.actor, sessionId: renewed.session.id };
    setVisitor(context, { ...visitor, actor, session: renewed.session });
  }
  return renewed.session;
}

/** Marks that the owner proved just now to be himself, in a session with a new token. */
export async function confirmSession(
  context: RouterContext,
  proof: { readonly secondFactor: boolean },
): Promise<void> {
  const session = visitorOf(context)?.session;
  if (session) {
    const secondFactor = session.secondFactor || proof.secondFactor;
    await renew(context, { ...session, secondFactor, provedAt: Date.now() });
  }
}
