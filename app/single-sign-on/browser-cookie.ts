import type { RouterContext } from "@koa/router";
import { config } from "../base/index.ts";
import { flowSeconds } from "./flow.ts";

/** Binds a flow to the browser that began it. */
function cookieName(): string {
  return config().SECURE_COOKIES ? "__Host-sign-in" : "sign-in";
}

export function setBrowserCookie(context: RouterContext, browser: string | null): void {
  context.cookies.set(cookieName(), browser, {
    httpOnly: true,
    sameSite: "lax", // the provider leads back from its own site
    secure: config().SECURE_COOKIES,
    maxAge: flowSeconds * 1000,
    path: "/",
    overwrite: true,
  });
}

export function browserOf(context: RouterContext): string | undefined {
  return context.cookies.get(cookieName());
}
