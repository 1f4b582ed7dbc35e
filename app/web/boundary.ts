import type { RouterContext } from "@koa/router";
import type { Context, Middleware } from "koa";
import { config, inLanguage, log, notFound, Refusal, t, type Language } from "../base/index.ts";
import { refusalOfConstraint } from "../base/constraints.ts";
import { visitorOf, wantsJson } from "../base/web/visitor.ts";
import { renderPage } from "../ui/index.ts";
import { frameOf } from "./frame.ts";
import { RefusalPage, type Again } from "./refusal-page.tsx";

/** Outermost of all: a refusal becomes its page or problem+json; anything else is a defect, logged whole. */
export const boundary: Middleware = async (context, next) => {
  try {
    await next();
    if (context.status === 404 && !context.body) {
      throw notFound("There is no page at this address.");
    }
  } catch (error) {
    const language = (context.state["language"] as Language | undefined) ?? config().LANGUAGE;
    await inLanguage(language, () => answerError(context, error));
  }
};

async function answerError(context: Context, error: unknown): Promise<void> {
  const refusal = expected(error);
  if (!refusal) {
    log.error({ err: error, requestId: context.state["requestId"] as string }, "Defect");
  }
  const shown = refusal ?? new Refusal(500, "defect", { words: "Something went wrong." });
  const asked = context as unknown as RouterContext;
  if (wantsJson(asked)) {
    answerProblem(context, shown);
  } else if (shown.status === 401 && context.method === "GET") {
    context.redirect(`/sign-in?next=${encodeURIComponent(context.url)}`);
    context.status = 303;
  } else {
    await answerPage(asked, shown);
  }
}

/** Refusals as they are; what the database refuses by its own names. */
function expected(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) {
    return error;
  }
  return refusalOfConstraint(error);
}

function answerProblem(context: Context, refusal: Refusal): void {
  setStatus(context, refusal);
  context.body = JSON.stringify({
    type: `urn:secretariat:${refusal.code}`,
    title: t(refusal.message, refusal.gaps),
    status: refusal.status,
    requestId: context.state["requestId"] as string,
    errors: refusal.fields.map(({ field, words, gaps }) => ({ field, words: t(words, gaps) })),
  });
  context.type = "application/problem+json";
}

/** Whoever meets an outage or a limit is told when asking again makes sense. */
function setStatus(
  context: Pick<Context, "status" | "set">,
  { status, code, gaps }: Refusal,
): void {
  context.status = status;
  if (status === 503) {
    context.set("retry-after", code === "read-only" ? "60" : "5");
  }
  if (status === 429) {
    context.set("retry-after", String(gaps["seconds"] ?? 60));
  }
}

async function answerPage(context: RouterContext, refusal: Refusal): Promise<void> {
  const frame = await frameOf(context);
  const properties = {
    status: refusal.status,
    sentence: t(refusal.message, refusal.gaps),
    fields: refusal.fields.map(({ field, words, gaps }) => ({ field, words: t(words, gaps) })),
    requestId: context.state["requestId"] as string,
    isSignedIn: visitorOf(context) !== undefined,
    again: typedIn(context),
  };
  setStatus(context, refusal);
  context.type = "text/html; charset=utf-8";
  context.body = renderPage(frame, properties.sentence, RefusalPage(properties));
}

/** The form that could not be taken just now, to be sent again from the page that says so. */
function typedIn(context: RouterContext): Again | undefined {
  const typed = context.state["typed"] as Readonly<Record<string, unknown>> | undefined;
  return typed && { action: context.url, fields: fieldsOf(typed) };
}

function fieldsOf(typed: Readonly<Record<string, unknown>>): [name: string, value: string][] {
  return Object.entries(typed).flatMap(([name, value]) =>
    [value as unknown]
      .flat()
      .filter((one): one is string => typeof one === "string")
      .map((one): [string, string] => [name, one]),
  );
}
