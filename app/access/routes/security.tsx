import type { RouterContext } from "@koa/router";
import {
  afterCommit,
  anyPost,
  done,
  get,
  invalid,
  notFound,
  nothing,
  post,
  t,
  view,
  visitorOf,
  type Actor,
  type Answer,
  type Route,
} from "../../base/index.ts";
import { findAccount } from "../account.ts";
import { AddApp, AddPasskey, FactorPath, NameFactor, OpenSecurity } from "../input.ts";
import { FactorPage } from "../pages/factor-page.tsx";
import { NewAppPage } from "../pages/new-app-page.tsx";
import { NewPasskeyPage } from "../pages/new-passkey-page.tsx";
import { RecoveryCodesPage } from "../pages/recovery-codes-page.tsx";
import { SecurityPage } from "../pages/security-page.tsx";
import { addApp, beginApp } from "../second-factor/add-app.ts";
import { codesLeft, factorOf, factorsOf } from "../second-factor/factor-queries.ts";
import { nameFactor, removeFactor } from "../second-factor/keep-factors.ts";
import { addPasskey, askForNewPasskey } from "../second-factor/add-passkey.ts";
import { makeRecoveryCodes } from "../second-factor/recovery-codes.ts";
import { ownSession } from "../sessions/own-session.ts";
import { confirmSession } from "../sessions/renew.ts";

const scripts = ["passkey.js"];
const width = "reading";

const crumbs = () => [
  { label: t("My account"), href: "/me" },
  { label: t("Sign-in and security"), href: "/me/security" },
];

export const securityRoutes: readonly Route[] = [
  get(
    "/me/security",
    { input: OpenSecurity, allow: anyPost, summary: "One's ways in: factors and recovery codes" },
    async ({ context }) => {
      const { accountId, door } = ownSession(context);
      const head = { title: t("Sign-in and security"), breadcrumb: crumbs().slice(0, 1) };
      return view(head, SecurityPage, {
        door,
        isOwed: visitorOf(context)?.reader.owedFactor === "set-up",
        factors: await factorsOf(accountId),
        codesLeft: await codesLeft(accountId),
      });
    },
  ),

  get(
    "/me/security/app",
    { input: nothing, allow: anyPost, fresh: true, summary: "The form to add an app for codes" },
    async ({ context, form }) => {
      const session = ownSession(context);
      const { login } = await findAccount(session.accountId);
      const head = { title: t("Add an app"), breadcrumb: crumbs(), width };
      return view(head, NewAppPage, { ...(await beginApp(session, login)), form });
    },
  ),

  post(
    "/me/security/app",
    {
      input: AddApp,
      allow: anyPost,
      fresh: true,
      summary: "Add an app for codes as second factor",
      form: "/me/security/app",
    },
    async ({ actor, input, context }) => {
      const isFirst = await hasNone(actor);
      await addApp(actor, ownSession(context), input);
      return afterAdding(actor, context, isFirst);
    },
  ),

  get(
    "/me/security/passkey",
    { input: nothing, allow: anyPost, fresh: true, summary: "The form to add a passkey" },
    async ({ context, form }) => {
      const session = ownSession(context);
      const { login } = await findAccount(session.accountId);
      const head = { title: t("Add a passkey"), breadcrumb: crumbs(), scripts, width };
      return view(head, NewPasskeyPage, { asked: await askForNewPasskey(session, login), form });
    },
  ),

  post(
    "/me/security/passkey",
    {
      input: AddPasskey,
      allow: anyPost,
      fresh: true,
      summary: "Add a passkey as second factor",
      form: "/me/security/passkey",
    },
    async ({ actor, input, context }) => {
      const isFirst = await hasNone(actor);
      const { name, passkey: answer } = input;
      if (!(await addPasskey(actor, ownSession(context), { name, answer }))) {
        throw invalid("", "The passkey could not be used. Open the page again and try once more.");
      }
      return afterAdding(actor, context, isFirst);
    },
  ),

  post(
    "/me/security/recovery-codes",
    { input: nothing, allow: anyPost, fresh: true, summary: "Make recovery codes, shown once" },
    async ({ actor, context }) => {
      ownSession(context);
      if (await hasNone(actor)) {
        throw notFound();
      }
      return showCodes(actor);
    },
  ),

  get(
    "/me/security/:factorId",
    { input: FactorPath, allow: anyPost, summary: "One of one's second factors" },
    async ({ context, input, form }) => {
      const factor = await factorOf(ownSession(context).accountId, input.factorId);
      if (!factor) {
        throw notFound();
      }
      const head = { title: factor.name, breadcrumb: crumbs(), width };
      return view(head, FactorPage, { factor, form });
    },
  ),

  post(
    "/me/security/:factorId",
    {
      input: NameFactor,
      allow: anyPost,
      fresh: true,
      summary: "Call a second factor something else",
      form: "/me/security/:factorId",
    },
    async ({ actor, context, input: { factorId, name } }) => {
      ownSession(context);
      await nameFactor(actor, factorId, name);
      return done("/me/security", { id: factorId }, { flash: t("The name is changed.") });
    },
  ),

  post(
    "/me/security/:factorId/removal",
    { input: FactorPath, allow: anyPost, fresh: true, summary: "Remove a second factor" },
    async ({ actor, context, input: { factorId } }) => {
      ownSession(context);
      await removeFactor(actor, factorId);
      return done("/me/security", { id: factorId }, { flash: t("The second factor is removed.") });
    },
  ),
];

async function hasNone(actor: Actor): Promise<boolean> {
  return (await factorsOf(actor.accountId ?? "")).length === 0;
}

/** Adding proves it too; with the first come the recovery codes. */
async function afterAdding(
  actor: Actor,
  context: RouterContext,
  isFirst: boolean,
): Promise<Answer> {
  await afterCommit(() => confirmSession(context, { secondFactor: true }));
  return isFirst
    ? showCodes(actor)
    : done("/me/security", {}, { flash: t("The second factor is added.") });
}

async function showCodes(actor: Actor): Promise<Answer> {
  const head = { title: t("Your recovery codes"), breadcrumb: crumbs() };
  return view(head, RecoveryCodesPage, { codes: await makeRecoveryCodes(actor) });
}
