import type { RouterContext } from "@koa/router";
import type { Middleware } from "koa";
import { setVisitor } from "../base/web/visitor.ts";
import { inLanguage, languages, type Language } from "../base/index.ts";
import { identifyVisitor } from "../access/index.ts";

/** Finds out who asks and in which language; everything after runs for that reader. */
export const identify: Middleware = async (context, next) => {
  const visitor = await identifyVisitor(context as unknown as RouterContext);
  setVisitor(context as unknown as RouterContext, visitor);
  const language = visitor?.session?.language ?? preferred(context as unknown as RouterContext);
  context.state["language"] = language;
  await inLanguage(language, next);
};

/** Before sign-in the browser remembers the choice; a program says it in its headers. */
function preferred(context: RouterContext): Language {
  const chosen = context.cookies.get("language");
  const known = languages.find((language) => language === chosen);
  return known ?? (context.acceptsLanguages("hi", "en") === "en" ? "en" : "hi");
}
