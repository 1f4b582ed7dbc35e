import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import Koa, { type Middleware } from "koa";
import compress from "koa-compress";
import Router, { type RouterContext } from "@koa/router";
import { describeApi } from "./base/web/openapi.ts";
import { endpoint } from "./base/web/endpoint.ts";
import { requestSeconds } from "./base/metrics.ts";
import { quietly } from "./base/service/held-back.ts";
import { visitorOf } from "./base/web/visitor.ts";
import { asNobody, forPurpose } from "./base/standpoint.ts";
import { config, log, type Config } from "./base/index.ts";
import { boundary } from "./web/boundary.ts";
import { headers } from "./web/headers.ts";
import { identify } from "./web/identify.ts";
import { knownHost } from "./web/known-host.ts";
import { lastResort } from "./web/last-resort.ts";
import { rateLimits } from "./web/limit-rate.ts";
import { takePolicyReports } from "./web/policy-reports.ts";
import { present } from "./web/present.ts";
import { serveAssets } from "./web/assets.ts";
import { networkGate } from "./networks/index.ts";
import { withinReach } from "./web/within-reach.ts";
import { allRoutes, modules } from "./modules.ts";

/** The web application: the middleware in order, then every module's routes. */
export function webApplication(settings: Config = config()): RequestListener {
  const koa = new Koa({ proxy: settings.BEHIND_PROXY, maxIpsCount: 1 });
  koa.context.onerror = lastResort;
  koa.use((_context, next) => quietly(() => asNobody(() => forPurpose("identify", next))));
  koa.use(observe);
  koa.use(networkGate(settings));
  koa.use(headers(settings));
  koa.use(knownHost(settings));
  koa.use(takePolicyReports);
  koa.use(compress({ threshold: 1024, br: false }));
  koa.use(serveAssets);
  koa.use(boundary);
  koa.use(identify);
  koa.use(present as Middleware);
  koa.use(routerOf(rateLimits(settings.REQUESTS_PER_MINUTE)).routes() as Middleware);
  const answer = koa.callback();
  return (request, response) => void answer(request, response);
}

function routerOf(limitRate: ReturnType<typeof rateLimits>): Router {
  const router = new Router();
  const findForm = (path: string) =>
    allRoutes.find((route) => route.method === "GET" && route.path === path);
  for (const module of modules) {
    for (const route of module.routes) {
      const steps = [limitRate(route), withinReach(module), endpoint(route, findForm)];
      router.register(route.path, [route.method.toLowerCase()], steps);
    }
  }
  router.get("/openapi.json", (context: RouterContext) => {
    context.state["served"] = true;
    context.body = describeApi(allRoutes);
  });
  return router;
}

/** One log line and one observation for each request, under the route's pattern. */
const observe: Middleware = async (context, next) => {
  const started = performance.now();
  const given = context.get("x-request-id");
  const requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID(); // it stands in logs and the record
  context.state["requestId"] = requestId;
  context.set("x-request-id", requestId);
  try {
    await next();
  } finally {
    const seconds = (performance.now() - started) / 1000;
    const { method, status } = context;
    const route = (context.state["route"] as string | undefined) ?? "none";
    requestSeconds.observe({ method, route, status }, seconds);
    const account = visitorOf(context as unknown as RouterContext)?.actor.accountId; // who was refused, too
    const ms = Math.round(seconds * 1000);
    log.info({ requestId, method, route, status, ms, account }, "Answered");
  }
};
