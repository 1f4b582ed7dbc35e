import type { RouterContext } from "@koa/router";
import type { Middleware } from "koa";
import { setVisitor, wantsJson } from "../base/web/visitor.ts";
import { forbidden, forPurpose, inLanguage, languages, type Language } from "../base/index.ts";
import { identifyVisitor } from "../access/index.ts";

/** Finds out who asks and in which language; everything after runs for that reader. */
export const identify: Middleware = async (context, next) => {
  context.state["language"] = preferred(context as unknown as RouterContext); // should identifying fail
  const before = preferred(context as unknown as RouterContext);
  context.state["language"] = before; // a refusal while identifying speaks it too
  const visitor = await forPurpose("identify", () =>
    identifyVisitor(context as unknown as RouterContext),
  );
  setVisitor(context as unknown as RouterContext, visitor);
  const language = visitor?.session?.language ?? before;
  context.state["language"] = language;
  await inLanguage(language, () =>
    visitor?.reader.mustChangePassword && !isOpenBeforeChange(context.path)
      ? leadToPassword(context as unknown as RouterContext)
      : next(),
  );
};

/** Nothing else is open to a one-time password than changing it, the language, and the way out. */
function isOpenBeforeChange(path: string): boolean {
  return ["/password", "/language", "/sign-out"].includes(path);
}

function leadToPassword(context: RouterContext): Promise<void> {
  if (wantsJson(context)) {
    throw forbidden("Change the one-time password first.");
  }
  context.redirect("/password");
  context.status = 303;
  return Promise.resolve();
}

/** Before sign-in the browser remembers the choice; a program says it in its headers. */
function preferred(context: RouterContext): Language {
  const chosen = context.cookies.get("language");
  const known = languages.find((language) => language === chosen);
  return known ?? (context.acceptsLanguages("hi", "en") === "en" ? "en" : "hi");
}
