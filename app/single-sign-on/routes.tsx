import type { RouterContext } from "@koa/router";
import { confirmSession, letIn, ownAddress, type Whence } from "../access/index.ts";
import {
  done,
  fragment,
  get,
  nameOf,
  notFound,
  post,
  t,
  view,
  visitorOf,
  type Answer,
  type Route,
} from "../base/index.ts";
import { adapterOf } from "./adapter.ts";
import { browserOf, setBrowserCookie } from "./browser-cookie.ts";
import { comeBack, type Outcome } from "./come-back.ts";
import { endFromThere } from "./end-from-there.ts";
import { beginFlow } from "./flow.ts";
import { Begin, ComeBack, EndFromThere, Farewell } from "./input.ts";
import { Accepted, FarewellPage } from "./pages/farewell-page.tsx";
import { NotLinkedPage } from "./pages/not-linked-page.tsx";
import { findProvider, providers, returnAddress, type Provider } from "./providers.ts";
import { actorOf, orRefuse, orRefuseThem } from "./refuse.ts";
import { spendTicket } from "./sign-out.ts";

export const singleSignOnRoutes: readonly Route[] = [
  get(
    "/single-sign-on/:provider",
    { input: Begin, allow: "everyone", summary: "Go to a provider to sign in", rate: "sign-in" },
    async ({ input, context }) => {
      const provider = findProvider(input.provider);
      const { flow, browser } = await beginFlow({
        providerId: provider.id,
        next: ownAddress(input.next),
        again: input.again === "true",
      });
      const url = await orRefuse(provider, context, () => adapterOf(provider).lead(flow));
      setBrowserCookie(context, browser);
      return done(url.href, {});
    },
  ),

  get(
    "/single-sign-on/:provider/return",
    { input: ComeBack, allow: "everyone", summary: "Come back from a provider", rate: "sign-in" },
    async ({ input, context }) => {
      const provider = findProvider(input.provider);
      const answered = new URL(returnAddress(provider));
      answered.search = context.search;
      const coming = {
        answered,
        browser: browserOf(context),
        whence: whenceOf(context),
        session: visitorOf(context)?.session,
      };
      setBrowserCookie(context, null);
      const outcome = await orRefuse(provider, context, () => comeBack(provider, coming));
      return leadOn(provider, context, outcome);
    },
  ),

  post(
    "/single-sign-on/:provider/back-channel-logout",
    {
      input: EndFromThere,
      allow: "everyone",
      summary: "A provider ends sessions",
      whileReadOnly: true,
    },
    async ({ input, context }) => {
      const provider = findProvider(input.provider);
      if (provider.kind !== "oidc") {
        throw notFound();
      }
      await orRefuseThem(provider, context, () =>
        endFromThere(actorOf(context), provider, input.logout_token),
      );
      return fragment(Accepted, {});
    },
  ),

  get(
    "/signed-out/:ticket",
    { input: Farewell, allow: "everyone", summary: "Signed out here; go on to sign out there" },
    async ({ input, context }) => {
      const url = await spendTicket(input.ticket);
      const provider = providers().find(({ id }) => id === input.provider);
      if (url !== undefined) {
        context.set("refresh", `0; url=${url}`);
      }
      return view(narrow(t("Signed out")), FarewellPage, {
        provider: provider ? nameOf(provider) : "",
        url: url ?? "/sign-in",
      });
    },
  ),
];

const narrow = (title: string) => ({ title, width: "reading" });

async function leadOn(
  { nameEn, nameHi }: Provider,
  context: RouterContext,
  outcome: Outcome,
): Promise<Answer> {
  switch (outcome.kind) {
    case "in":
      return letIn(context, outcome.admission, outcome.next);
    case "confirmed":
      await confirmSession(context, { secondFactor: outcome.secondFactor });
      return done(ownAddress(outcome.next), {});
    case "not-linked":
      context.status = 403;
      return view(narrow(t("Not linked yet")), NotLinkedPage, { provider: { nameEn, nameHi } });
  }
}

function whenceOf(context: RouterContext): Whence {
  return {
    address: context.ip,
    requestId: context.state["requestId"] as string,
    device: context.get("user-agent"),
  };
}
