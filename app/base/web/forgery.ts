import { timingSafeEqual } from "node:crypto";
import type { RouterContext } from "@koa/router";
import { Refusal } from "../errors.ts";
import type { Session } from "./session.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses a write that another site made the browser send, before any of its body is read. */
export function guardAgainstOthers(context: RouterContext): void {
  if (!safeMethods.has(context.method) && !isSameSite(context)) {
    throw forgery();
  }
}

/** Refuses a write without the session's own token, which the form or the script's header brings. */
export function guardAgainstForgery(
  context: RouterContext,
  session: Session | undefined,
  token: unknown,
): void {
  if (!safeMethods.has(context.method) && session && !isEqual(session.csrf, token)) {
    throw forgery();
  }
}

function forgery(): Refusal {
  return new Refusal(403, "forgery", {
    words: "This form is out of date. Open the page again and repeat the step.",
  });
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
  const [own, theirs] = [
    Buffer.from(expected),
    Buffer.from(typeof given === "string" ? given : ""),
  ];
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}
