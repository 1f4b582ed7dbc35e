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
  signedIn,
  t,
  view,
  visitorOf,
  type Route,
} from "../../base/index.ts";
import { ChooseLanguage, ChoosePost, OpenSignIn, SignInForm } from "../input.ts";
import { letIn, rememberLanguage } from "../let-in.ts";
import { leaveOtherWays, signInOptions } from "../other-ways.ts";
import { ownAddress } from "../own-address.ts";
import { SignInPage } from "../pages/sign-in-page.tsx";
import { setSessionCookie } from "../session-cookie.ts";
import { ownSession } from "../sessions/own-session.ts";
import { renew } from "../sessions/renew.ts";
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
      whileReadOnly: true,
    },
    async ({ input, context }) => {
      const admission = await signIn({
        ...input,
        address: context.ip,
        requestId: context.state["requestId"] as string,
        device: context.get("user-agent"),
      });
      return letIn(context, admission, input.next);
    },
  ),

  post(
    "/sign-out",
    { input: nothing, allow: signedIn, summary: "Sign out", whileReadOnly: true },
    async ({ context }) => {
      const session = ownSession(context);
      await endSession(session);
      setSessionCookie(context, null);
      context.set("clear-site-data", '"cache", "storage"');
      return done(await leaveOtherWays(context, session), {});
    },
  ),

  post(
    "/language",
    {
      input: ChooseLanguage,
      allow: "everyone",
      summary: "Choose the language of the screens",
      whileReadOnly: true,
    },
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
    {
      input: ChoosePost,
      allow: anyPost,
      summary: "Choose the post to act as",
      whileReadOnly: true,
    },
    async ({ input, context }) => {
      const session = ownSession(context);
      const held = visitorOf(context)?.reader.posts ?? [];
      if (!held.some(({ id }) => id === input.postId)) {
        throw notFound();
      }
      await renew(context, { ...session, actingPostId: input.postId, rights: null });
      await execute("update accounts set acting_post_id = $post where id = $id", {
        post: input.postId,
        id: session.accountId,
      });
      return done("/tray", {});
    },
  ),
];

function cameFrom(context: RouterContext): string {
  const referer = context.get("referer");
  if (!URL.canParse(referer) || new URL(referer).host !== context.host) {
    return "/";
  }
  const { pathname, search } = new URL(referer);
  return ownAddress(pathname + search);
}
