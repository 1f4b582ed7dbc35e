import { expect } from "chai";
import { chromium, type Browser, type Page } from "playwright-core";
import { hashPassword } from "../../app/access/index.ts";
import { config } from "../../app/base/index.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin } from "../support/visit.ts";
import { password } from "./secretariat.ts";

const flags =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";

describe("A passkey in the browser", function () {
  this.timeout(60_000);
  unsandboxed();
  let browser: Browser;
  let origin: string;
  let page: Page;
  let officer: AnOfficer;
  const usual = config().ORIGIN;

  before(async () => {
    const { port } = new URL(await siteOrigin());
    origin = `http://localhost:${port}`; // passkeys know names, not numbers
    Object.assign(config(), { ORIGIN: origin });
    officer = await anOfficer({ passwordHash: await hashPassword(password) });
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: flags.split(" "),
    });
    page = await (await browser.newContext()).newPage();
    page.on("pageerror", ({ message }) => expect.fail(message));
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("WebAuthn.enable");
    await devTools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
  });
  after(async () => {
    Object.assign(config(), { ORIGIN: usual });
    await browser.close();
  });

  async function signIn(): Promise<void> {
    await page.goto(`${origin}/sign-in`);
    await page.fill("input[name=login]", officer.login);
    await page.fill("input[name=password]", password);
    await page.press("input[name=password]", "Enter");
  }

  it("is made, opens the door, and confirms a weighty step", async () => {
    await signIn();
    await page.waitForURL("**/tray");
    await page.goto(`${origin}/me/security/passkey`);
    await page.click("button[data-passkey=make]");
    await page.waitForSelector(".codes");
    await page.click(".me-menu summary");
    await page.click(".me-menu button");
    await page.waitForURL("**/sign-in");
    await signIn();
    await page.waitForURL("**/second-factor?*");
    await page.click("button[data-passkey=use]");
    await page.waitForURL("**/tray");
    await page.goto(`${origin}/confirm-it-is-me?next=/me`);
    await page.click("button[data-passkey=use]");
    await page.waitForURL("**/me");
    expect(await eventsOf(officer.accountId)).to.deep.equal([
      "access.signed-in",
      "access.second-factor-added",
      "access.recovery-codes-made",
      "access.signed-in",
      "access.second-factor-proved",
      "access.second-factor-proved",
    ]);
  });
});
