import type { RouterContext } from "@koa/router";
import type { Middleware } from "koa";
import { setVisitor, wantsJson } from "../base/web/visitor.ts";
import {
  config,
  forPurpose,
  inLanguage,
  languages,
  Refusal,
  words,
  type Language,
  type Reader,
} from "../base/index.ts";
import { identifyVisitor, languageCookie } from "../access/index.ts";
import { meetArrival } from "../networks/index.ts";

/** Finds out who asks and in which language; everything after runs for that reader. */
export const identify: Middleware = async (context, next) => {
  context.state["language"] = preferred(context as unknown as RouterContext); // should identifying fail
  const before = preferred(context as unknown as RouterContext);
  context.state["language"] = before; // a refusal while identifying speaks it too
  const visitor = await forPurpose("identify", () =>
    identifyVisitor(context as unknown as RouterContext),
  );
  const language = visitor?.session?.language ?? before;
  context.state["language"] = language;
  if (visitor) {
    await meetArrival(visitor);
  }
  setVisitor(context as unknown as RouterContext, visitor);
  const first = visitor && stepBefore(context.path, visitor.reader);
  await inLanguage(language, () =>
    first ? leadTo(context as unknown as RouterContext, first) : next(),
  );
};

interface Step {
  readonly to: string;
  readonly code: string;
  readonly words: string;
}

/** What must be done before anything else is open; the language and the way out always are. */
function stepBefore(path: string, { owedFactor, mustChangePassword }: Reader): Step | undefined {
  if (path === "/language" || path === "/sign-out") {
    return undefined;
  }
  if (owedFactor === "proof") {
    return path.startsWith("/second-factor") ? undefined : proofOfFactor;
  }
  if (mustChangePassword) {
    return path === "/password" ? undefined : ownPassword;
  }
  if (owedFactor === "set-up") {
    return /^\/(me\/security|confirm-it-is-me|password)(\/|$)/.test(path) ? undefined : newFactor;
  }
  return undefined;
}

const proofOfFactor: Step = {
  to: "/second-factor",
  code: "second-factor",
  words: words("Prove your second factor first."),
};

const ownPassword: Step = {
  to: "/password",
  code: "forbidden",
  words: words("Change the one-time password first."),
};

const newFactor: Step = {
  to: "/me/security",
  code: "second-factor",
  words: words("Your post must have a second factor. Set one up first."),
};

/** To where the step is done; the proof of a factor leads back to what was asked. */
function leadTo(context: RouterContext, { to, code, words: sentence }: Step): Promise<void> {
  if (wantsJson(context)) {
    throw new Refusal(403, code, { words: sentence });
  }
  const back = context.method === "GET" && to === proofOfFactor.to;
  context.redirect(back ? `${to}?next=${encodeURIComponent(context.url)}` : to);
  context.status = 303;
  return Promise.resolve();
}

/** Before sign-in the browser remembers the choice; a program says it in its headers. */
function preferred(context: RouterContext): Language {
  const chosen = context.cookies.get(languageCookie());
  const known = languages.find((language) => language === chosen);
  const first = config().LANGUAGE;
  const inOrder = languages.toSorted(
    (one, other) => Number(other === first) - Number(one === first),
  );
  const asked = context.acceptsLanguages(...inOrder);
  return known ?? languages.find((language) => language === asked) ?? first;
}
