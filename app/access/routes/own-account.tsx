import type { RouterContext } from "@koa/router";
import {
  afterCommit,
  addFlash,
  anyPost,
  countSessionsOf,
  done,
  forbidden,
  get,
  nothing,
  notFound,
  post,
  readSession,
  startSession,
  t,
  view,
  visitorOf,
  type Actor,
  type Answer,
  type FormState,
  type Route,
} from "../../base/index.ts";
import { tokensOf } from "../account-queries.ts";
import { findAccount } from "../account.ts";
import { changePassword } from "../change-password.ts";
import { ChangePassword, MakeToken, TokenPath } from "../input.ts";
import { makeToken, revokeToken } from "../make-token.ts";
import { MePage } from "../pages/me-page.tsx";
import { PasswordPage } from "../pages/password-page.tsx";
import { TokenPage } from "../pages/token-page.tsx";
import { passwordMinimum } from "../password-rule.ts";
import { roleNames } from "../roles.ts";
import { setSessionCookie } from "../session-cookie.ts";
import { tryDoor } from "../sign-in.ts";
import type { HeldPost } from "../standing.ts";

export const ownAccountRoutes: readonly Route[] = [
  get(
    "/password",
    { input: nothing, allow: anyPost, summary: "The form to change one's password" },
    ({ context, form }) => passwordPage(context, form),
  ),

  post(
    "/password",
    { input: ChangePassword, allow: anyPost, summary: "Change one's password", form: "/password" },
    async ({ actor, input, context }) => {
      if (await isWrongPassword(actor, input.present)) {
        context.status = 422; // not thrown: that it was wrong is counted, and a refusal would undo it
        return passwordPage(context, {
          values: {},
          errors: [{ field: "present", words: t("This is not your present password.") }],
        });
      }
      await changePassword(actor, input);
      await afterCommit(() => beginAnew(context, t("The password is changed.")));
      return done("/tray", {});
    },
  ),

  get(
    "/me",
    { input: nothing, allow: anyPost, summary: "One's own account, posts and tokens" },
    async ({ actor, context, form }) => {
      const account = await findAccount(actor.accountId ?? "");
      return view(t("My account"), MePage, {
        me: { nameEn: account.nameEn, nameHi: account.nameHi, login: account.login },
        posts: (visitorOf(context)?.reader.posts ?? []) as readonly HeldPost[],
        roles: roleNames.filter((role) => actor.roles.has(role)),
        sessions: await countSessionsOf(account.id),
        tokens: await tokensOf(account.id),
        form,
      });
    },
  ),

  post(
    "/me/tokens",
    {
      input: MakeToken,
      allow: anyPost,
      fresh: true,
      summary: "Make a token; its text is shown once",
      form: "/me",
    },
    async ({ actor, input, context }) => {
      if (!visitorOf(context)?.session) {
        throw forbidden("A token is made by a person at a browser, not by a program.");
      }
      const { text } = await makeToken(actor, input);
      return view(t("Your new token"), TokenPage, { name: input.name, text });
    },
  ),

  post(
    "/me/tokens/:tokenId/revoke",
    { input: TokenPath, allow: anyPost, summary: "Revoke one of one's tokens" },
    async ({ actor, input }) => {
      await revokeToken(actor, input.tokenId);
      return done("/me", { id: input.tokenId }, { flash: t("The token is revoked.") });
    },
  ),
];

async function passwordPage(context: RouterContext, form: FormState): Promise<Answer> {
  return view(t("Change the password"), PasswordPage, {
    isForced: visitorOf(context)?.reader.mustChangePassword ?? false,
    minimum: await passwordMinimum(),
    form,
  });
}

/** Whoever found an open session shall not try passwords here more often than at the door. */
async function isWrongPassword(actor: Actor, password: string): Promise<boolean> {
  const account = await findAccount(actor.accountId ?? "");
  if (account.door !== "password") {
    return false; // it has none of ours, and its change is refused
  }
  const { address, requestId } = actor;
  const whence = { address: address ?? "", requestId: requestId ?? "" };
  return !(await tryDoor(account, { ...whence, password })).isProved;
}

/** A new session in place of all that were ended; a program has none. */
async function beginAnew(context: RouterContext, said: string): Promise<void> {
  const old = visitorOf(context)?.session;
  if (!old) {
    return;
  }
  const token = await startSession(old);
  const session = await readSession(token);
  if (!session) {
    throw notFound();
  }
  await addFlash(session, [{ kind: "done", words: said }]);
  setSessionCookie(context, token);
}
