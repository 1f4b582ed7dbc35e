import {
  done,
  get,
  hasRole,
  nameOf,
  notFound,
  post,
  t,
  view,
  type Route,
} from "../../base/index.ts";
import { foundPeople } from "../../organisation/index.ts";
import { findAccount } from "../account.ts";
import { findClaimById, linkClaim, refuseClaim } from "./decide-claim.ts";
import { AccountPath, ClaimPath, IdentityPath, LinkClaim, ListClaims, SetDoor } from "./input.ts";
import { AccountIdentitiesPage } from "./pages/account-identities-page.tsx";
import { ClaimPage } from "./pages/claim-page.tsx";
import { ClaimsPage } from "./pages/claims-page.tsx";
import { candidatesFor, identitiesOf, listClaims } from "./queries.ts";
import { setDoor } from "./set-door.ts";
import { unlinkIdentity } from "./unlink-identity.ts";

const administrator = hasRole("administrator");
const queue = "/identities";
const one = `${queue}/:claimId`;
const ofAccount = "/accounts/:accountId/identities";

const crumbs = () => [{ label: t("Accounts"), href: "/accounts" }];

export const identityRoutes: readonly Route[] = [
  get(
    queue,
    { input: ListClaims, allow: administrator, summary: "Identities that wait for a decision" },
    async ({ input }) => {
      const head = { title: t("Whose identity is this?"), breadcrumb: crumbs() };
      return view(head, ClaimsPage, { state: input.state, ...(await listClaims(input)) });
    },
  ),

  get(
    one,
    { input: ClaimPath, allow: administrator, summary: "An identity and whose it may be" },
    async ({ input, form }) => {
      const claim = await findClaimById(input.claimId);
      const breadcrumb = [...crumbs(), { label: t("Whose identity is this?"), href: queue }];
      const head = { title: claim.name ?? claim.subject, breadcrumb };
      return view(head, ClaimPage, {
        claim,
        candidates: await candidatesFor(claim),
        found: await foundPeople(form),
        form,
      });
    },
  ),

  post(
    `${one}/link`,
    {
      input: LinkClaim,
      allow: administrator,
      fresh: true,
      summary: "Give an identity to a person",
      form: one,
    },
    async ({ actor, input: { claimId, employeeId } }) => {
      await linkClaim(actor, claimId, employeeId);
      return done(queue, { id: claimId }, { flash: t("The identity is linked.") });
    },
  ),

  post(
    `${one}/refuse`,
    {
      input: ClaimPath,
      allow: administrator,
      fresh: true,
      summary: "Refuse an identity",
      form: one,
    },
    async ({ actor, input: { claimId } }) => {
      await refuseClaim(actor, claimId);
      return done(queue, { id: claimId }, { flash: t("The identity is refused.") });
    },
  ),

  get(
    ofAccount,
    { input: AccountPath, allow: administrator, summary: "How an account comes in" },
    async ({ input: { accountId } }) => {
      const { id, door, login, nameEn, nameHi } = await findAccount(accountId);
      const account = { id, door, login, nameEn, nameHi };
      const breadcrumb = [...crumbs(), { label: nameOf(account), href: `/accounts/${id}` }];
      const head = { title: t("Ways in"), breadcrumb };
      return view(head, AccountIdentitiesPage, {
        account,
        identities: await identitiesOf(id),
      });
    },
  ),

  post(
    `${ofAccount}/:identityId/unlink`,
    {
      input: IdentityPath,
      allow: administrator,
      fresh: true,
      summary: "Unlink an identity from its account",
    },
    async ({ actor, input: { accountId, identityId } }) => {
      if (!(await identitiesOf(accountId)).some(({ id }) => id === identityId)) {
        throw notFound();
      }
      await unlinkIdentity(actor, identityId);
      const flash = t("The identity is unlinked, and the sessions of the account are ended.");
      return done(`/accounts/${accountId}/identities`, { id: identityId }, { flash });
    },
  ),

  post(
    "/accounts/:accountId/door",
    {
      input: SetDoor,
      allow: administrator,
      fresh: true,
      summary: "Say where an account proves its password",
    },
    async ({ actor, input: { accountId, door } }) => {
      await setDoor(actor, accountId, door);
      const flash =
        door === "directory"
          ? t("The account comes in by the directory from now on.")
          : t("The account comes in by its own password again. Now give a one-time password.");
      return done(`/accounts/${accountId}/identities`, { id: accountId }, { flash });
    },
  ),
];
