import type { RouterContext } from "@koa/router";
import {
  anyPost,
  done,
  endSession,
  execute,
  get,
  nothing,
  notFound,
  post,
  saveSession,
  t,
  view,
  visitorOf,
  type Route,
  type Session,
} from "../../base/index.ts";
import { ChooseLanguage, ChoosePost, OpenSignIn, SignInForm } from "../input.ts";
import { letIn, rememberLanguage } from "../let-in.ts";
import { leaveOtherWays, signInOptions } from "../other-ways.ts";
import { ownAddress } from "../own-address.ts";
import { SignInPage } from "../pages/sign-in-page.tsx";
import { setSessionCookie } from "../session-cookie.ts";
import { signIn } from "../sign-in.ts";

export const signInRoutes: readonly Route[] = [
  get("/", { input: nothing, allow: "everyone", summary: "The first page" }, async () =>
    done("/tray", {}),
  ),

  get(
    "/sign-in",
    { input: OpenSignIn, allow: "everyone", summary: "The form to sign in" },
    async ({ input, form }) =>
      view(t("Sign in"), SignInPage, { next: input.next, options: signInOptions(), form }),
  ),

  post(
    "/sign-in",
    {
      input: SignInForm,
      allow: "everyone",
      summary: "Sign in",
      form: "/sign-in",
      rate: "sign-in",
    },
    async ({ input, context }) => {
      const admission = await signIn({
        ...input,
        address: context.ip,
        requestId: context.state["requestId"] as string,
      });
      return letIn(context, admission, input.next);
    },
  ),

  post(
    "/sign-out",
    { input: nothing, allow: anyPost, summary: "Sign out" },
    async ({ context }) => {
      const session = sessionOf(context);
      await endSession(session);
      setSessionCookie(context, null);
      context.set("clear-site-data", '"cache"');
      return done(await leaveOtherWays(context, session), {});
    },
  ),

  post(
    "/language",
    { input: ChooseLanguage, allow: "everyone", summary: "Choose the language of the screens" },
    async ({ input, context }) => {
      rememberLanguage(context, input.language);
      const visitor = visitorOf(context);
      if (visitor?.session) {
        visitor.session.language = input.language;
        await saveSession(visitor.session);
        await execute("update accounts set language = $language where id = $id", {
          language: input.language,
          id: visitor.actor.accountId,
        });
      }
      return done(cameFrom(context), {});
    },
  ),

  post(
    "/acting",
    { input: ChoosePost, allow: anyPost, summary: "Choose the post to act as" },
    async ({ input, context }) => {
      const session = sessionOf(context);
      const held = visitorOf(context)?.reader.posts ?? [];
      if (!held.some(({ id }) => id === input.postId)) {
        throw notFound();
      }
      session.actingPostId = input.postId;
      await saveSession(session);
      await execute("update accounts set acting_post_id = $post where id = $id", {
        post: input.postId,
        id: session.accountId,
      });
      return done("/tray", {});
    },
  ),
];

export function sessionOf(context: RouterContext): Session {
  const session = visitorOf(context)?.session;
  if (!session) {
    throw notFound();
  }
  return session;
}

function cameFrom(context: RouterContext): string {
  const referer = context.get("referer");
  if (!URL.canParse(referer) || new URL(referer).host !== context.host) {
    return "/";
  }
  const { pathname, search } = new URL(referer);
  return ownAddress(pathname + search);
}
