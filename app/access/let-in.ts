import type { RouterContext } from "@koa/router";
import { config, done, endSession, visitorOf, type Done } from "../base/index.ts";
import { ownAddress } from "./own-address.ts";
import { languageCookie, setSessionCookie } from "./session-cookie.ts";
import type { Admission } from "./sign-in.ts";

/** Hands the new session to the browser, ends the one it had, and leads on: where it must go first, else to `next`. */
export async function letIn(
  context: RouterContext,
  admission: Admission,
  next: string,
): Promise<Done> {
  const before = visitorOf(context)?.session;
  if (before) {
    await endSession(before); // its token is forgotten here, and nobody else shall use it
  }
  setSessionCookie(context, admission.token);
  rememberLanguage(context, admission.language);
  const wanted = ownAddress(next);
  return done(admission.next ? `${admission.next}?next=${encodeURIComponent(wanted)}` : wanted, {});
}

export function rememberLanguage(context: RouterContext, language: string): void {
  context.cookies.set(languageCookie(), language, {
    httpOnly: true,
    sameSite: "lax",
    secure: config().SECURE_COOKIES,
    maxAge: 31_536_000_000,
    path: "/",
  });
}
