import { done, get, nothing, post, t, today, now, view, type Route } from "../../base/index.ts";
import { SetPolicy } from "../input.ts";
import { SignInPolicyPage } from "../pages/sign-in-policy-page.tsx";
import { listDepartments, readPolicy, setPolicy } from "../sign-in-policy.ts";
import { administrator } from "./accounts.tsx";

const address = "/sign-in-policy";

export const signInPolicyRoutes: readonly Route[] = [
  get(
    address,
    { input: nothing, allow: administrator, summary: "What the office orders about signing in" },
    async ({ form }) => {
      const head = {
        title: t("Policy of signing in"),
        width: "reading",
        breadcrumb: [{ label: t("Accounts"), href: "/accounts" }],
      } as const;
      return view(head, SignInPolicyPage, {
        policy: await readPolicy(),
        departments: await listDepartments(),
        day: today(now()),
        form,
      });
    },
  ),

  post(
    address,
    {
      input: SetPolicy,
      allow: administrator,
      fresh: true,
      summary: "Order something else about signing in, from a day on",
      form: address,
    },
    async ({ actor, input }) => {
      await setPolicy(actor, input);
      return done(address, {}, { flash: t("The policy is set.") });
    },
  ),
];
