import { readSession, type Session } from "../../../app/base/index.ts";
import type { Browser } from "./browser.ts";

export async function sessionIn(browser: Browser): Promise<Session | undefined> {
  return readSession(browser.cookies.get("session") ?? "");
}

export async function secondFactorOf(browser: Browser): Promise<boolean | undefined> {
  return (await sessionIn(browser))?.secondFactor;
}
