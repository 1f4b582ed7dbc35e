import { joinWay } from "../access/index.ts";
import type { Module } from "../base/index.ts";
import "./chores.ts";
import "./dependency.ts";
import { doorOf, providers } from "./providers.ts";
import { singleSignOnRoutes } from "./routes.tsx";
import { signOutThere } from "./sign-out.ts";

export { providers as readyProviders } from "./providers.ts";

joinWay({
  options: () =>
    providers().map(({ id, nameEn, nameHi }) => ({
      nameEn,
      nameHi,
      href: `/single-sign-on/${id}`,
    })),
  leave: signOutThere,
  confirm: ({ door }, next) => {
    const provider = providers().find((one) => doorOf(one) === door);
    return provider?.kind === "oidc" // the others cannot be asked to ask again
      ? `/single-sign-on/${provider.id}?again=true&next=${encodeURIComponent(next)}`
      : undefined;
  },
});

export const singleSignOn: Module = {
  name: "single-sign-on",
  routes: singleSignOnRoutes,
  sections: [],
};
