import type { RouterContext } from "@koa/router";
import { refusalOfConstraint } from "../constraints.ts";
import { Refusal, forbidden, invalidFields, unauthenticated } from "../errors.ts";
import { nobody, type Actor } from "../policy.ts";
import { readOnlyRefusal } from "../service/held-back.ts";
import { isReadOnly } from "../service/state.ts";
import { asActor, forPurpose } from "../standpoint.ts";
import { t } from "../words.ts";
import { done, type Answer } from "./answer.ts";
import { readBody } from "./body.ts";
import { guardAgainstForgery, guardAgainstOthers } from "./forgery.ts";
import { mistakesOf } from "./mistakes.ts";
import { once } from "./once.ts";
import type { FormState, Route } from "./route.ts";
import { isFresh } from "./session.ts";
import { finishedUploads, isUploadedFile } from "./uploaded-file.ts";
import { visitorOf, wantsJson } from "./visitor.ts";

type Values = Readonly<Record<string, unknown>>;

interface Request {
  readonly context: RouterContext;
  readonly actor: Actor;
  /** What the route's schema judges: query, body and path, the path winning. */
  readonly values: Values;
  /** What the form carries for the frame: `_csrf`, `_once`, `_find`. */
  readonly carried: Values;
}

const blankForm: FormState = { values: {}, errors: [] };

/** The page on which a person proves again that it is he. */
const confirmation = "/confirm-it-is-me";

/** Joins a route to the web: admits, guards, parses, answers; a refused form is shown again as it was filled in. */
export function endpoint(route: Route, findForm: (path: string) => Route | undefined) {
  return async (context: RouterContext): Promise<void> => {
    context.state["route"] = route.path;
    const actor = admit(route, context);
    const work = () => handle({ route, findForm, context, actor });
    await asActor(actor, route.allow === "everyone" ? () => forPurpose("identify", work) : work);
  };
}

interface Asked {
  readonly route: Route;
  readonly findForm: (path: string) => Route | undefined;
  readonly context: RouterContext;
  readonly actor: Actor;
}

async function handle({ route, findForm, context, actor }: Asked): Promise<void> {
  guardAgainstOthers(context);
  const isShut = isShutNow(route);
  refuseWithoutForm(isShut, route, context);
  const request = { context, actor, ...(await readRequest(route, { context, actor, isShut })) };
  guardAgainstForgery(
    context,
    visitorOf(context)?.session,
    request.carried["_csrf"] ?? context.get("x-csrf-token"),
  );
  const form = route.form ? findForm(route.form) : undefined;
  if (isShut) {
    context.state["answer"] = await keepTyped(request, form);
  } else if (route.fresh && !isFresh(visitorOf(context)?.session)) {
    context.state["answer"] = await askForProof(request, findForm(confirmation));
  } else {
    context.state["answer"] = await answerWith(form, route, request);
  }
}

/** Reading goes on while nothing may be written, and coming in. */
function isShutNow({ method, whileReadOnly }: Route): boolean {
  return isReadOnly() && method !== "GET" && whileReadOnly !== true;
}

/** A program, and a piece of an upload, come again by themselves; only a person's form is worth reading. */
function refuseWithoutForm(isShut: boolean, route: Route, context: RouterContext): void {
  if (isShut && (wantsJson(context) || route.stream)) {
    throw readOnlyRefusal();
  }
}

function answerWith(form: Route | undefined, route: Route, request: Request): Promise<Answer> {
  return form && !wantsJson(request.context)
    ? answerForm(route, form, request)
    : answer(route, request);
}

/** Who must prove again that it is he loses nothing typed: the page that asks for it carries the form along. */
async function askForProof(request: Request, page: Route | undefined): Promise<Answer> {
  const { context, values, carried } = request;
  if (wantsJson(context) || !page) {
    throw new Refusal(403, "step-up", { words: "Confirm first that it is you." });
  }
  if (context.method === "GET") {
    return done(`${confirmation}?next=${encodeURIComponent(context.url)}`, {});
  }
  const { _csrf, ...rest } = carried;
  const content = JSON.stringify({ ...values, ...rest });
  const held = hasFiles(values) ? { files: "lost" } : { action: context.url, content };
  context.status = 403;
  const next = { next: context.path }; // of a form with files, which has its page at the same address
  return perform(page, {
    ...request,
    values: "files" in held ? next : {},
    form: { values: held, errors: [] },
  });
}

/** While nothing may be written the form is shown again as it was filled in, or waits in the page that says so. */
async function keepTyped(request: Request, form: Route | undefined): Promise<Answer> {
  const { context, values, carried } = request;
  const refusal = readOnlyRefusal();
  if (!form) {
    const { _csrf, ...rest } = carried;
    context.state["typed"] = { ...queryless(values, context), ...rest };
    throw refusal;
  }
  const shown = await showAgain(form, request, errorsOf(refusal));
  context.status = refusal.status;
  context.set("retry-after", "60");
  return shown;
}

/** What was typed, without what the address says already. */
function queryless(values: Values, { params, query }: RouterContext): Values {
  const said = new Set([...Object.keys(params as object), ...Object.keys(query)]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !said.has(name)));
}

/** Files came with this request and with no other: they cannot wait in a page. */
function hasFiles({ files }: Values): boolean {
  return Array.isArray(files) && files.some(isUploadedFile);
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

async function readRequest(
  route: Route,
  { context, actor, isShut }: Pick<Request, "context" | "actor"> & { readonly isShut: boolean },
): Promise<Pick<Request, "values" | "carried">> {
  const uploads = isShut ? "dropped" : "stored";
  const body = route.stream ? {} : await readBody(context, route.upload ? uploads : "none");
  const sent = Object.entries(body);
  const isCarried = ([name]: [string, unknown]): boolean => name.startsWith("_");
  const own = Object.fromEntries(sent.filter((entry) => !isCarried(entry)));
  const carried = Object.fromEntries(sent.filter(isCarried));
  const files =
    route.upload && !isShut ? await filesOf(actor, own["files"], carried["_uploads"]) : {};
  return { values: { ...queryOf(context), ...own, ...files, ...context.params }, carried };
}

/** Those that came with the form, and those that came before it, piece by piece. */
async function filesOf(actor: Actor, sent: unknown, named: unknown): Promise<Values> {
  const before = named === undefined ? [] : await finishedUploads(actor, named);
  return before.length === 0 ? {} : { files: [...(Array.isArray(sent) ? sent : []), ...before] };
}

/** A form that filters sends its blank fields too; they count as absent, as in a body. */
function queryOf(context: RouterContext): Values {
  return Object.fromEntries(Object.entries(context.query).filter(([, value]) => value !== ""));
}

/**
 * Does a write once however often its form is sent. What reads its own body stays outside: no transaction waits for
 * a slow sender. What anyone may do, such as signing in, stays outside:
 * a wrong password must be counted, and a refusal inside `once` undoes all that was written.
 */
async function answer(route: Route, request: Request): Promise<Answer> {
  const { values, carried, context, actor } = request;
  const work = () => perform(route, { ...request, form: blankForm });
  const isFree = route.allow === "everyone" || actor.accountId === null;
  if (route.method === "GET" || route.stream || isFree) {
    return work();
  }
  const token = carried["_once"] ?? context.get("idempotency-key").slice(0, 200);
  const content = [route.method, route.path, values];
  return once({ token, accountId: actor.accountId, content }, work);
}

async function answerForm(route: Route, form: Route, request: Request): Promise<Answer> {
  if (request.carried["_find"] !== undefined) {
    return showAgain(form, request, []);
  }
  try {
    return await answer(route, request);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOfConstraint(error);
    if (!refusal || refusal.status >= 500) {
      throw error;
    }
    const shown = await showAgain(form, request, errorsOf(refusal));
    request.context.status = refusal.status;
    return shown;
  }
}

async function perform(route: Route, request: Request & { form: FormState }): Promise<Answer> {
  const parsed = route.input.safeParse(request.values);
  if (!parsed.success) {
    throw invalidFields(mistakesOf(parsed.error));
  }
  return route.handle({ ...request, input: parsed.data as never });
}

/** The form's own page, holding what was typed and saying what is wrong. */
async function showAgain(
  form: Route,
  request: Request,
  errors: FormState["errors"],
): Promise<Answer> {
  const { context, values, carried } = request;
  return perform(form, {
    ...request,
    values: { ...queryOf(context), ...context.params },
    form: { values: { ...values, ...carried }, errors },
  });
}

/** In the reader's language; a refusal that concerns no single field stands in the summary. */
function errorsOf({ fields, message, gaps }: Refusal): FormState["errors"] {
  return fields.length > 0
    ? fields.map((error) => ({ ...error, words: t(error.words, error.gaps) }))
    : [{ field: "", words: t(message, gaps) }];
}
