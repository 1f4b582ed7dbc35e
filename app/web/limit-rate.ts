/**
 * INVARIANTS
 * 1. Whoever is signed in is counted by session or account, never by address: a whole office sits behind one.
 * 2. The counts live in this process: nothing to ask for, nothing to lose. With two web servers the limits
 *    double at worst; what must hold exactly (wrong passwords, wrong codes) is counted in the database.
 */
import type { RouterContext } from "@koa/router";
import { Counter } from "prom-client";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { record, Refusal, transaction, type Rate, type Route } from "../base/index.ts";
import { nobody } from "../base/policy.ts";
import { visitorOf } from "../base/web/visitor.ts";

/** What each kind may take of the general limit a minute. */
const parts: Readonly<Record<Rate, number>> = {
  general: 1,
  search: 1 / 10,
  download: 1 / 5,
  upload: 1 / 20,
  "sign-in": 1 / 5,
};

/** Documents in an hour beyond which somebody should ask why, as a multiple of what a minute allows. */
const unusualDownloads = 2.5;

const refused = new Counter({
  name: "secretariat_requests_limited_total",
  help: "Requests refused because too many came, by kind of request.",
  labelNames: ["rate"] as const,
});

/** One set of counts for all routes: a request counts in general and under its own kind. */
export function rateLimits(perMinute: number) {
  const pointsOf = (rate: Rate): number => Math.max(1, Math.round(perMinute * parts[rate]));
  const limiters = new Map(
    Object.keys(parts).map((rate) => [
      rate as Rate,
      new RateLimiterMemory({ keyPrefix: rate, points: pointsOf(rate as Rate), duration: 60 }),
    ]),
  );
  const noticeUnusual = countingDownloads(Math.ceil(pointsOf("download") * unusualDownloads));

  return (route: Route) => {
    const rates = new Set<Rate>(["general", rateOf(route)]);
    return async (context: RouterContext, next: () => Promise<unknown>): Promise<void> => {
      for (const rate of rates) {
        await limiters.get(rate)?.consume(whoAsks(context)).catch(refuse(rate));
      }
      if (rates.has("download")) {
        await noticeUnusual(context);
      }
      await next();
    };
  };
}

function rateOf(route: Route): Rate {
  return route.upload ? "upload" : (route.rate ?? "general");
}

/** A session takes a new token whenever its owner likes; its form token stays, and with it its count. */
function whoAsks(context: RouterContext): string {
  const visitor = visitorOf(context);
  if (!visitor) {
    return `address ${context.ip}`;
  }
  return visitor.session ? `session ${visitor.session.csrf}` : `account ${visitor.actor.accountId}`;
}

function refuse(rate: Rate) {
  return (error: unknown): never => {
    if (!(error instanceof RateLimiterRes)) {
      throw error;
    }
    refused.inc({ rate });
    throw new Refusal(429, "too-many", {
      words: "Too many requests in a short time. Wait {seconds} seconds and go on.",
      gaps: { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) },
    });
  };
}

/** Recorded once an hour for each account, however often it signs in anew; nothing is refused. */
function countingDownloads(usual: number) {
  const hour = new RateLimiterMemory({ keyPrefix: "hour", points: usual, duration: 3_600 });
  return async (context: RouterContext): Promise<void> => {
    const { actor } = visitorOf(context) ?? { actor: nobody };
    const { consumedPoints } = await hour.penalty(actor.accountId ?? "");
    if (consumedPoints === usual + 1) {
      await transaction(() =>
        record(actor, "access.many-downloads", {
          subject: { type: "account", id: actor.accountId ?? "" },
          detail: { documents: consumedPoints },
        }),
      );
    }
  };
}
