import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "../../installer/build.ts";
import { samplePaths } from "../gallery/sample-page.tsx";
import { gallery } from "../gallery/serve.tsx";

const args =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 360, height: 640 },
] as const;

describe("The components in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let base: string;
  let complaints: string[];

  before(async () => {
    await build();
    await new Promise<void>((resolve) => gallery.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(gallery.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: args.split(" "),
    });
  });
  after(async () => {
    await browser.close();
    gallery.close();
  });
  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: sizes[0] });
    page = await context.newPage();
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => complaints.push(message.text()));
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).to.deep.equal([]);
  });

  const open = (path: string) => page.goto(base + path);
  const chosen = () => page.locator("select[name=toPostId]").inputValue();

  for (const path of samplePaths) {
    it(`${path} has nothing for axe to say and fits every width, in both languages`, async () => {
      for (const language of ["hi", "en"]) {
        for (const size of sizes) {
          await page.setViewportSize(size);
          await open(`${path}?lang=${language}`);
          if (size !== sizes[1]) {
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.map(({ id }) => id)).to.deep.equal([]);
          }
          const excess =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";
          expect(await page.evaluate(excess), JSON.stringify(size)).to.equal(0);
        }
      }
    });
  }

  it("a lookup finds while one types and takes the choice by keyboard", async () => {
    await open("/send?lang=en");
    const to = page.getByRole("combobox", { name: "To", exact: true });
    await to.pressSequentially("sec");
    await page.locator(".lookup-list [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await chosen()).to.equal("2");
    expect(await page.locator("output.live-sentence").textContent()).to.contain("for approval");
    await to.press("x");
    expect(await chosen()).to.equal("");
  });

  it("a suggestion fills the form; Enter stays Enter until an arrow was pressed", async () => {
    await page.route("**/known?*", (route) =>
      route.fulfill({ body: `<li role="option" data-fill='{"dueOn":"01.12.2026"}'>Known</li>` }),
    );
    await page.route("**/send?*", async (route) => {
      const line = `<div data-enhance="suggest" data-suggest="/known" data-list="Known">
        <input aria-label="Line"><ul id="known" class="lookup-list" hidden></ul></div>`;
      const html = await (await route.fetch()).text();
      const body = html.replace(
        '<form class="form"',
        `<form>${line}<input name="dueOn"><button></button></form>$&`,
      );
      await route.fulfill({ contentType: "text/html", body });
    });
    await open("/send?lang=en");
    const line = page.getByRole("combobox", { name: "Line" });
    await line.pressSequentially("kn");
    await page.locator("#known [role=option]").waitFor();
    expect(await line.getAttribute("aria-activedescendant")).to.equal(null);
    await line.press("ArrowDown");
    expect(await line.getAttribute("aria-activedescendant")).to.equal("known-0");
    await line.press("Enter");
    expect(await page.locator("input[name=dueOn]").first().inputValue()).to.equal("01.12.2026");
    expect(await page.locator("#known").isHidden()).to.equal(true);
    await line.press("x");
    await page.locator("#known [role=option]").waitFor();
    await Promise.all([page.waitForEvent("framenavigated"), line.press("Enter")]);
  });

  it("a chip fills its lookup with one tap", async () => {
    await open("/send?lang=en");
    await page.getByRole("button", { name: "Deputy Secretary" }).click();
    expect(await chosen()).to.equal("1");
  });

  it("a list is walked, ticked and acted upon by keys", async () => {
    await open("/tray?lang=en");
    for (const key of ["j", "j", "x"]) {
      await page.keyboard.press(key);
    }
    expect(await page.locator(".item :checked").inputValue()).to.equal("1");
    expect(await page.locator(".bulk-count").textContent()).to.equal("1 selected");
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/file?n=1");
  });

  it("a drawer opens beside the page, and closing it gives the page back", async () => {
    await open("/file?lang=en");
    await page.keyboard.press("s");
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("combobox").first().waitFor();
    await page.keyboard.press("Escape");
    expect(await drawer.count()).to.equal(0);
    expect(page.url()).to.contain("/file");
  });

  it("the panes of a file keep the width they were given", async () => {
    await open("/file?lang=en");
    await page.getByRole("separator").press("ArrowRight");
    await open("/file?lang=en");
    expect(await page.getByRole("separator").getAttribute("aria-valuenow")).to.equal("59");
  });

  it("without script every form is whole", async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${base}/send?lang=en`);
    expect(await plain.locator("button[name=_find]").isVisible()).to.equal(true);
    expect(await plain.locator("select[name=toPostId]").isVisible()).to.equal(true);
    await bare.close();
  });
});
