import type { RouterContext } from "@koa/router";
import { Refusal, forbidden, invalidFields, unauthenticated } from "../errors.ts";
import type { Actor } from "../policy.ts";
import { t } from "../words.ts";
import type { Answer } from "./answer.ts";
import { readBody } from "./body.ts";
import { guardAgainstForgery } from "./forgery.ts";
import { mistakesOf } from "./mistakes.ts";
import { once } from "./once.ts";
import type { FormState, Route } from "./route.ts";
import { nobody, visitorOf, wantsJson } from "./visitor.ts";

type Values = Record<string, unknown>;

const blankForm: FormState = { values: {}, errors: [] };

/** Joins a route to the web: admits, guards, parses, answers; a refused form is shown again as it was filled in. */
export function endpoint(route: Route, findForm: (path: string) => Route | undefined) {
  return async (context: RouterContext): Promise<void> => {
    const actor = admit(route, context);
    const { _csrf, _once, ...body } = await readBody(context, route.upload ?? false);
    guardAgainstForgery(context, visitorOf(context)?.session, _csrf ?? context.get("x-csrf-token"));
    const values = { ...context.query, ...body, ...context.params };
    const token = _once ?? context.get("idempotency-key");
    try {
      const work = () => perform(route, { context, actor, values, form: blankForm });
      context.state["answer"] =
        context.method === "GET" ? await work() : await once(token, actor.accountId, work);
    } catch (error) {
      const form = route.form ? findForm(route.form) : undefined;
      if (!(error instanceof Refusal) || !form || wantsJson(context)) {
        throw error;
      }
      context.status = error.status;
      context.state["answer"] = await showAgain(form, { context, actor, values }, error);
    }
  };
}

/** The actor of this request, if the route lets such a one in. */
function admit(route: Route, context: RouterContext): Actor {
  const visitor = visitorOf(context);
  if (route.allow === "everyone") {
    return visitor?.actor ?? nobody;
  }
  if (!visitor) {
    throw unauthenticated();
  }
  if (!route.allow(visitor.actor)) {
    throw forbidden();
  }
  return visitor.actor;
}

interface Request {
  readonly context: RouterContext;
  readonly actor: Actor;
  readonly values: Values;
}

async function perform(route: Route, request: Request & { form: FormState }): Promise<Answer> {
  const parsed = route.input.safeParse(request.values);
  if (!parsed.success) {
    throw invalidFields(mistakesOf(parsed.error));
  }
  return route.handle({ ...request, input: parsed.data as never });
}

/** The form's own page, holding what was typed and saying what is wrong. */
async function showAgain(form: Route, request: Request, refusal: Refusal): Promise<Answer> {
  const { context, actor, values } = request;
  const state: FormState = {
    values,
    errors: refusal.fields,
    ...(refusal.fields.length === 0 ? { refusal: t(refusal.message, refusal.gaps) } : {}),
  };
  const asked = { ...context.query, ...context.params };
  return perform(form, { context, actor, values: asked, form: state });
}
