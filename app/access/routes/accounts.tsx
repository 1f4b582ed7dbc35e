import {
  countSessionsOf,
  done,
  get,
  hasRole,
  nameOf,
  notFound,
  now,
  post,
  t,
  today,
  view,
  type Route,
} from "../../base/index.ts";
import { findPost } from "../../organisation/index.ts";
import { grantsOf, listAccounts, listWithoutPassword, readAccount } from "../account-queries.ts";
import { findAccountOf } from "../account.ts";
import { disableAccount, enableAccount, unlockAccount } from "../disable-account.ts";
import { grantRole, withdrawRole } from "../grant-role.ts";
import {
  AccountPath,
  FirstPasswords,
  GrantPath,
  GrantRole,
  ListAccounts,
  PersonPath,
  PostPath,
} from "../input.ts";
import { AccountPage } from "../pages/account-page.tsx";
import { AccountsPage } from "../pages/accounts-page.tsx";
import { FirstPasswordsPage, IssuedPasswordsPage } from "../pages/first-passwords-page.tsx";
import { PostRolesPage } from "../pages/post-roles-page.tsx";
import { factorsOf } from "../second-factor/factor-queries.ts";
import { resetFactors } from "../second-factor/keep-factors.ts";
import { batchOfPasswords, issueFirstPasswords, resetPassword } from "../reset-password.ts";

export const administrator = hasRole("administrator");

const crumbs = () => [{ label: t("Accounts"), href: "/accounts" }];

export const accountRoutes: readonly Route[] = [
  get(
    "/accounts",
    { input: ListAccounts, allow: administrator, summary: "Accounts by login" },
    async ({ input }) =>
      view(t("Accounts"), AccountsPage, {
        q: input.q,
        state: input.state,
        ...(await listAccounts(input)),
      }),
  ),

  get(
    "/accounts/first-passwords",
    { input: FirstPasswords, allow: administrator, summary: "Accounts without a password" },
    async ({ input: { unitId } }) => {
      const waiting = await listWithoutPassword({ unitId, limit: batchOfPasswords });
      const head = { title: t("First passwords"), breadcrumb: crumbs() };
      return view(head, FirstPasswordsPage, { waiting, unitId, batch: batchOfPasswords });
    },
  ),

  post(
    "/accounts/first-passwords",
    {
      input: FirstPasswords,
      allow: administrator,
      fresh: true,
      summary: "Make first passwords, shown once",
    },
    async ({ actor, input }) =>
      view(t("One-time passwords"), IssuedPasswordsPage, {
        issued: await issueFirstPasswords(actor, input.unitId),
      }),
  ),

  get(
    "/accounts/of/:employeeId",
    { input: PersonPath, allow: administrator, summary: "The account of an employee" },
    async ({ input }) => {
      const { id } = await findAccountOf(input.employeeId);
      return done(`/accounts/${id}`, { id });
    },
  ),

  get(
    "/accounts/:accountId",
    { input: AccountPath, allow: administrator, summary: "An account and how it stands" },
    async ({ actor, input }) => {
      const account = await readAccount(input.accountId);
      if (!account) {
        throw notFound();
      }
      const head = { title: nameOf(account), breadcrumb: crumbs() };
      return view(head, AccountPage, {
        account,
        sessions: await countSessionsOf(account.id),
        factors: (await factorsOf(account.id)).length,
        isOwn: account.id === actor.accountId,
      });
    },
  ),

  post(
    "/accounts/:accountId/reset-password",
    {
      input: AccountPath,
      allow: administrator,
      fresh: true,
      summary: "Give a one-time password, shown once",
    },
    async ({ actor, input }) =>
      view(t("One-time passwords"), IssuedPasswordsPage, {
        issued: [await resetPassword(actor, input.accountId)],
      }),
  ),

  post(
    "/accounts/:accountId/disable",
    {
      input: AccountPath,
      allow: administrator,
      fresh: true,
      summary: "Disable an account at once",
    },
    async ({ actor, input: { accountId } }) => {
      await disableAccount(actor, accountId);
      return done(
        `/accounts/${accountId}`,
        { id: accountId },
        { flash: t("The account is disabled.") },
      );
    },
  ),

  post(
    "/accounts/:accountId/enable",
    { input: AccountPath, allow: administrator, fresh: true, summary: "Enable an account again" },
    async ({ actor, input: { accountId } }) => {
      await enableAccount(actor, accountId);
      return done(
        `/accounts/${accountId}`,
        { id: accountId },
        { flash: t("The account is enabled.") },
      );
    },
  ),

  post(
    "/accounts/:accountId/unlock",
    {
      input: AccountPath,
      allow: administrator,
      fresh: true,
      summary: "Unlock an account before its time",
    },
    async ({ actor, input: { accountId } }) => {
      await unlockAccount(actor, accountId);
      return done(
        `/accounts/${accountId}`,
        { id: accountId },
        { flash: t("The account is unlocked.") },
      );
    },
  ),

  post(
    "/accounts/:accountId/reset-second-factors",
    {
      input: AccountPath,
      allow: administrator,
      fresh: true,
      summary: "Take every second factor from an account",
    },
    async ({ actor, input: { accountId } }) => {
      await resetFactors(actor, accountId);
      return done(
        `/accounts/${accountId}`,
        { id: accountId },
        { flash: t("The second factors are reset. The person is told.") },
      );
    },
  ),

  get(
    "/posts/:postId/roles",
    { input: PostPath, allow: administrator, summary: "The rights of a post" },
    async ({ input, form }) => {
      const found = await findPost(input.postId);
      return view(t("Rights of the post"), PostRolesPage, {
        post: found,
        grants: await grantsOf(found.id),
        day: today(now()),
        form,
      });
    },
  ),

  post(
    "/posts/:postId/roles",
    {
      input: GrantRole,
      allow: administrator,
      fresh: true,
      summary: "Grant a post a right, with dates",
      form: "/posts/:postId/roles",
    },
    async ({ actor, input }) =>
      done(`/posts/${input.postId}/roles`, await grantRole(actor, input), {
        flash: t("The right is granted."),
        status: 201,
      }),
  ),

  post(
    "/role-grants/:grantId/withdraw",
    {
      input: GrantPath,
      allow: administrator,
      fresh: true,
      summary: "Withdraw a right of a post at once",
    },
    async ({ actor, input }) => {
      const { postId } = await withdrawRole(actor, input.grantId);
      return done(
        `/posts/${postId}/roles`,
        { id: input.grantId },
        { flash: t("The right is withdrawn.") },
      );
    },
  ),
];
