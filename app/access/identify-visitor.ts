import type { RouterContext } from "@koa/router";
import { forbidden, readSession, type Session, type Visitor } from "../base/index.ts";
import { sessionCookie } from "./session-cookie.ts";
import { findToken } from "./access-token.ts";
import { readStanding, type Standing } from "./standing.ts";

/** Finds who asks: by a program's token, else by the browser's session. Other doors are added here. */
export async function identifyVisitor(context: RouterContext): Promise<Visitor | undefined> {
  const bearer = /^Bearer (\S+)$/.exec(context.get("authorization"))?.[1];
  if (bearer) {
    const token = await findToken(bearer);
    const acting = context.get("x-acting-post") || token?.postId || null;
    return token && visitor(context, await readStanding(token.accountId, acting), undefined);
  }
  const cookie = context.cookies.get(sessionCookie());
  const session = cookie ? await readSession(cookie) : undefined;
  return (
    session &&
    visitor(context, await readStanding(session.accountId, session.actingPostId), session)
  );
}

function visitor(
  context: RouterContext,
  standing: Standing | undefined,
  session: Session | undefined,
): Visitor | undefined {
  if (!standing || standing.isDisabled) {
    return undefined;
  }
  const post = standing.posts.find(({ id }) => id === standing.actingId);
  if (!post) {
    throw forbidden("You hold no post today. Ask the administrator of your office.");
  }
  return {
    session,
    actor: {
      accountId: standing.accountId,
      employeeId: standing.employeeId,
      postId: post.id,
      unitId: post.unitId,
      charge: post.kind,
      onBehalfOfId: post.behalfId,
      roles: new Set(standing.roles),
      coveredUnitIds: standing.coveredUnitIds ?? [],
      sessionId: session?.id ?? null,
      address: context.ip,
      requestId: context.state["requestId"] as string,
    },
    reader: {
      nameEn: standing.nameEn,
      nameHi: standing.nameHi,
      post,
      posts: standing.posts,
      unreadNotices: standing.unreadNotices,
      mustChangePassword: standing.mustChange,
    },
  };
}
