import { words, type Module } from "../base/index.ts";
import "./create-accounts.ts";
import "./break-glass/armed-gauge.ts";
import { identityRoutes } from "./identities/routes.tsx";
import { accountRoutes, administrator } from "./routes/accounts.tsx";
import { breakGlassRoutes } from "./routes/break-glass.tsx";
import { ownAccountRoutes } from "./routes/own-account.tsx";
import { proofRoutes } from "./routes/proof.tsx";
import { securityRoutes } from "./routes/security.tsx";
import { sessionRoutes } from "./routes/sessions.tsx";
import { matrixRoutes } from "./rights/routes.tsx";
import { signInPolicyRoutes } from "./routes/sign-in-policy.tsx";
import { signInRoutes } from "./routes/sign-in.tsx";

export { findAccountOf, type Account } from "./account.ts";
export { accountOf } from "./identities/account-of.ts";
export { changeLogin } from "./identities/change-login.ts";
export {
  findIdentity,
  identityOf,
  type ClaimedIdentity,
  type Identity,
  type IdentityKey,
} from "./identities/identity.ts";
export { judgeClaims, type Doubt } from "./identities/judge-claim.ts";
export { joinDirectory } from "./identities/join-directory.ts";
export { linkIdentity } from "./identities/link-identity.ts";
export { putToDecision } from "./identities/put-to-decision.ts";
export { setDoor } from "./identities/set-door.ts";
export { unlinkIdentity } from "./identities/unlink-identity.ts";
export { breakGlassCommand } from "./break-glass/command-line.ts";
export { confirmSession } from "./sessions/renew.ts";
export { joinDoor, type Door } from "./doors.ts";
export { changePassword } from "./change-password.ts";
export { disableAccount, enableAccount, unlockAccount } from "./disable-account.ts";
export { grantRole, withdrawRole, type NewGrant } from "./grant-role.ts";
export { identifyVisitor } from "./identify-visitor.ts";
export { letIn } from "./let-in.ts";
export { languageCookie } from "./session-cookie.ts";
export { joinWay, type OtherWay, type SignInOption } from "./other-ways.ts";
export { ownAddress } from "./own-address.ts";
export { hashPassword } from "./password.ts";
export { resetFactors } from "./second-factor/keep-factors.ts";
export { issueFirstPasswords, resetPassword, type IssuedPassword } from "./reset-password.ts";
export { refuseUnlessOrdered, setConfidential } from "./rights/confidential-order.ts";
export { permittedTo, permissionsOfPosts } from "./rights/permitted-to.ts";
export { coveredUnits, permissionsOf, rolesOf } from "./rights/rights-of-posts.ts";
export { roleNames, roles, type Role } from "./roles.ts";
export { admit, signIn, type Admission, type Proof, type Whence } from "./sign-in.ts";

export const access: Module = {
  name: "access",
  routes: [
    ...signInRoutes,
    ...ownAccountRoutes,
    ...accountRoutes,
    ...identityRoutes,
    ...proofRoutes,
    ...securityRoutes,
    ...sessionRoutes,
    ...signInPolicyRoutes,
    ...breakGlassRoutes,
    ...matrixRoutes,
  ],
  sections: [
    {
      label: words("Accounts"),
      href: "/accounts",
      icon: "people",
      order: 82,
      allow: administrator,
    },
    {
      label: words("Matrix of rights"),
      href: "/rights",
      icon: "shield",
      order: 83,
      allow: administrator,
    },
  ],
};
