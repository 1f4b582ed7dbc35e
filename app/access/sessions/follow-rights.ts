import type { RouterContext } from "@koa/router";
import { saveSession, type Session } from "../../base/index.ts";
import type { Standing } from "../standing.ts";
import { renew } from "./renew.ts";

/**
 * A session whose rights became others gets a new token with its next page. Pieces of pages wait for that:
 * several are asked for at once, and only one answer can carry the token.
 */
export async function followRights(
  context: RouterContext,
  session: Session,
  standing: Standing,
): Promise<Session> {
  const rights = [standing.actingId, ...[...(standing.roles ?? [])].toSorted()].join(" ");
  if (session.rights === rights || !isPage(context)) {
    return session;
  }
  const next = { ...session, rights };
  if (session.rights !== null) {
    return renew(context, next);
  }
  await saveSession(next);
  return next;
}

function isPage(context: RouterContext): boolean {
  const asked = context.get("sec-fetch-dest");
  return context.method === "GET" && (asked === "" || asked === "document");
}
