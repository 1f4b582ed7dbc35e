import {
  afterCommit,
  anyPost,
  done,
  endSessionsOf,
  get,
  nameOf,
  nothing,
  post,
  record,
  t,
  transaction,
  view,
  type Route,
} from "../../base/index.ts";
import { findAccount } from "../account.ts";
import { AccountPath, AccountSessionPath, SessionPath } from "../input.ts";
import { SessionsPage } from "../pages/sessions-page.tsx";
import { endOneSession } from "../sessions/end-one.ts";
import { listSessions } from "../sessions/list-sessions.ts";
import { ownSession } from "../sessions/own-session.ts";
import { renew } from "../sessions/renew.ts";
import { administrator } from "./accounts.tsx";

export const sessionRoutes: readonly Route[] = [
  get(
    "/me/sessions",
    { input: nothing, allow: anyPost, summary: "Where one is signed in" },
    async ({ context }) => {
      const { accountId, id } = ownSession(context);
      const head = {
        title: t("Open sessions"),
        breadcrumb: [{ label: t("My account"), href: "/me" }],
      };
      return view(head, SessionsPage, {
        sessions: await listSessions(accountId, id),
        address: "/me/sessions",
        person: undefined,
      });
    },
  ),

  post(
    "/me/sessions/end",
    { input: nothing, allow: anyPost, summary: "End one's other sessions" },
    async ({ actor, context }) => {
      const own = ownSession(context);
      const { accountId } = own;
      await transaction(async () => {
        await record(actor, "access.sessions-ended", {
          subject: { type: "account", id: accountId },
        });
        await afterCommit(async () => {
          await endSessionsOf(accountId, own.id);
          await renew(context, own);
        });
      });
      return done("/me", {}, { flash: t("The other sessions are ended.") });
    },
  ),

  post(
    "/me/sessions/:sessionId/end",
    { input: SessionPath, allow: anyPost, summary: "End one of one's sessions" },
    async ({ actor, context, input: { sessionId } }) => {
      const { accountId } = ownSession(context);
      await endOneSession(actor, { accountId, sessionId });
      return done("/me/sessions", {}, { flash: t("The session is ended.") });
    },
  ),

  get(
    "/accounts/:accountId/sessions",
    { input: AccountPath, allow: administrator, summary: "Where an account is signed in" },
    async ({ actor, input: { accountId } }) => {
      const account = await findAccount(accountId);
      const head = {
        title: t("Open sessions"),
        breadcrumb: [
          { label: t("Accounts"), href: "/accounts" },
          { label: nameOf(account), href: `/accounts/${accountId}` },
        ],
      };
      return view(head, SessionsPage, {
        sessions: await listSessions(accountId, actor.sessionId),
        address: `/accounts/${accountId}/sessions`,
        person: { nameEn: account.nameEn, nameHi: account.nameHi },
      });
    },
  ),

  post(
    "/accounts/:accountId/sessions/:sessionId/end",
    {
      input: AccountSessionPath,
      allow: administrator,
      fresh: true,
      summary: "End a session of an account",
    },
    async ({ actor, input }) => {
      await endOneSession(actor, input);
      return done(
        `/accounts/${input.accountId}/sessions`,
        {},
        { flash: t("The session is ended.") },
      );
    },
  ),
];
