import type { Page } from "playwright-core";
import { makeRecoveryCodes } from "../../app/access/second-factor/recovery-codes.ts";
import type { AnOfficer } from "../support/builders.ts";
import { password } from "./secretariat.ts";

/** Signs in at the door, with a second factor where the officer has one. */
export async function comeIn(page: Page, origin: string, officer: AnOfficer): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.fill("input[name=login]", officer.login);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL(/\/(tray|second-factor)/);
  if (page.url().includes("second-factor")) {
    const [code = ""] = await makeRecoveryCodes(officer);
    await page.fill("input[name=code]", code);
    await page.press("input[name=code]", "Enter");
    await page.waitForURL("**/tray");
  }
}
