import { words, type Module } from "../base/index.ts";
import "./create-accounts.ts";
import { accountRoutes, administrator } from "./routes/accounts.tsx";
import { ownAccountRoutes } from "./routes/own-account.tsx";
import { signInRoutes } from "./routes/sign-in.tsx";

export { joinDoor, type Door } from "./doors.ts";
export { changePassword } from "./change-password.ts";
export { disableAccount, enableAccount, unlockAccount } from "./disable-account.ts";
export { grantRole, withdrawRole, type NewGrant } from "./grant-role.ts";
export { identifyVisitor } from "./identify-visitor.ts";
export { hashPassword } from "./password.ts";
export { issueFirstPasswords, resetPassword, type IssuedPassword } from "./reset-password.ts";
export { roleNames, roles, type Role } from "./roles.ts";
export { admit, signIn, type Admission, type Proof, type Whence } from "./sign-in.ts";

export const access: Module = {
  name: "access",
  routes: [...signInRoutes, ...ownAccountRoutes, ...accountRoutes],
  sections: [
    {
      label: words("Accounts"),
      href: "/accounts",
      icon: "people",
      order: 82,
      allow: administrator,
    },
  ],
};
