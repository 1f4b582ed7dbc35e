import type { RouterContext } from "@koa/router";
import { z } from "zod";
import {
  endSession,
  forbidden,
  notFound,
  readSession,
  type Session,
  type Visitor,
} from "../base/index.ts";
import { sessionCookie } from "./session-cookie.ts";
import { identifyBreakGlass } from "./break-glass/identify.ts";
import { findToken } from "./access-token.ts";
import { followRights } from "./sessions/follow-rights.ts";
import { reachOf } from "./token-reach.ts";
import { readStanding, type Standing } from "./standing.ts";

/** Finds who asks: by a program's token, else by the browser's session. Other doors are added here. */
export async function identifyVisitor(context: RouterContext): Promise<Visitor | undefined> {
  const bearer = /^Bearer (\S+)$/.exec(context.get("authorization"))?.[1];
  return bearer ? identifyProgram(context, bearer) : identifyBrowser(context);
}

/**
 * A program acts as the post its token was made for, or as another that its owner holds and it names. Of another
 * it was not asked for what that post demands when the token was made.
 */
async function identifyProgram(
  context: RouterContext,
  bearer: string,
): Promise<Visitor | undefined> {
  const token = await findToken(bearer);
  if (!token) {
    return undefined;
  }
  const acting = actingPost(context) ?? token.postId;
  const standing = await readStanding(token.accountId, acting);
  if (acting !== null && standing?.actingId !== acting) {
    throw notFound("The person does not hold this post today.");
  }
  if (acting !== token.postId && standing?.owedFactor === "set-up") {
    throw forbidden("Your post must have a second factor. Set one up first.");
  }
  const found = visitor(context, standing, undefined);
  return found && { ...found, reach: reachOf(token.areas, token.mayWrite) };
}

/** The post a program asks to act as; something that is no id is no post. */
function actingPost(context: RouterContext): string | undefined {
  const named = context.get("x-acting-post");
  if (named === "") {
    return undefined;
  }
  if (!z.uuid().safeParse(named).success) {
    throw notFound("The person does not hold this post today.");
  }
  return named;
}

async function identifyBrowser(context: RouterContext): Promise<Visitor | undefined> {
  const cookie = context.cookies.get(sessionCookie());
  const session = cookie ? await readSession(cookie) : undefined;
  if (!session) {
    return undefined;
  }
  if (session.armingId) {
    return identifyBreakGlass(context, session);
  }
  const standing = await readStanding(session.accountId, session.actingPostId);
  if (standing?.actingId === null) {
    await endSession(session); // or nobody else could sign in at this window
  }
  return visitor(
    context,
    standing,
    standing?.actingId ? await followRights(context, session, standing) : session,
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
      permissions: new Set(standing.permissions),
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
      owedFactor: !session || session.secondFactor ? null : standing.owedFactor,
      breakGlassUntil: null,
    },
  };
}
