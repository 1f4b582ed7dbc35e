import type { RouterContext } from "@koa/router";
import { config } from "../base/index.ts";

/** `__Host-` binds the cookie to this host over TLS; a trial without TLS does without the prefix. */
export function sessionCookie(): string {
  return config().SECURE_COOKIES ? "__Host-session" : "session";
}

/** In which language a stranger reads. */
export function languageCookie(): string {
  return config().SECURE_COOKIES ? "__Host-language" : "language";
}

export function setSessionCookie(context: RouterContext, token: string | null): void {
  context.cookies.set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: config().SECURE_COOKIES,
    path: "/",
    overwrite: true,
  });
}
