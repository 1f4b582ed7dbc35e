import type { RouterContext } from "@koa/router";
import { endSession, nobody, noPost, words, type Session, type Visitor } from "../../base/index.ts";
import { livingArming } from "./arming.ts";

/** In place of a post, which such a visitor has none of. */
const instead = { nameEn: words("Break-glass access"), nameHi: "आपात प्रवेश" };

/**
 * Who came in by breaking the glass administers and nothing else: he stands at no post, so that no item, note
 * or letter is his to see. With its arming the session is over.
 */
export async function identifyBreakGlass(
  context: RouterContext,
  session: Session,
): Promise<Visitor | undefined> {
  const arming = await livingArming(session.armingId ?? "");
  if (!arming) {
    await endSession(session);
    return undefined;
  }
  return {
    session,
    actor: {
      ...nobody,
      accountId: arming.accountId,
      employeeId: arming.employeeId,
      postId: noPost,
      unitId: noPost,
      roles: new Set(["administrator"]),
      sessionId: session.id,
      address: context.ip,
      requestId: context.state["requestId"] as string,
    },
    reader: {
      nameEn: arming.nameEn,
      nameHi: arming.nameHi,
      post: instead,
      posts: [],
      unreadNotices: 0,
      mustChangePassword: false,
      owedFactor: null,
      breakGlassUntil: arming.untilAt,
    },
  };
}
