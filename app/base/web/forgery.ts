import { timingSafeEqual } from "node:crypto";
import type { RouterContext } from "@koa/router";
import { Refusal } from "../errors.ts";
import type { Session } from "./session.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses a write that another site made the browser send. `token` is the form's own or the script's header. */
export function guardAgainstForgery(
  context: RouterContext,
  session: Session | undefined,
  token: unknown,
): void {
  if (safeMethods.has(context.method)) {
    return;
  }
  if (!isSameSite(context) || (session && !isEqual(session.csrf, token))) {
    throw new Refusal(403, "forgery", {
      words: "This form is out of date. Open the page again and repeat the step.",
    });
  }
}

function isSameSite(context: RouterContext): boolean {
  const site = context.get("sec-fetch-site");
  const origin = context.get("origin");
  const isOwnOrigin = origin === "" || hostOf(origin) === context.host;
  return isOwnOrigin && (site === "" || site === "same-origin" || site === "none");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isEqual(expected: string, given: unknown): boolean {
  if (typeof given !== "string" || given.length !== expected.length) {
    return false;
  }
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}
