import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import { chromium, type Browser, type Page, type Response } from "playwright-core";
import { languages, startSession, type Language } from "../../app/base/index.ts";
import { translations } from "../../app/base/words.ts";
import { allRoutes } from "../../app/modules.ts";
import type { AnOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin } from "../support/visit.ts";
import { aFurnishedOffice } from "./furnished-office.ts";
import { notPages, visitsIn, type Visit } from "./page-visits.ts";

const flags =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";
const desktop = { width: 1366, height: 768 };
const phone = { width: 360, height: 640 };
const mostBytes = 25_000;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Sentences long enough not to stand in somebody's name or number by chance. */
const englishSentences = [...translations()]
  .filter(([english, hindi]) => english.length > 12 && english !== hindi && !english.includes("{"))
  .map(([english]) => english);

const pagePaths = allRoutes
  .filter(({ method, path }) => method === "GET" && !notPages.includes(path))
  .map(({ path }) => path);

describe("Every page", function () {
  this.timeout(60_000);
  unsandboxed();
  let browser: Browser | undefined;
  let page: Page;
  let origin: string;
  let visits: Readonly<Record<string, Visit>>;
  const complaints: string[] = [];

  before(async () => {
    visits = visitsIn(await aFurnishedOffice());
    origin = await siteOrigin();
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: flags.split(" "),
    });
    page = await browser.newPage();
    page.on("pageerror", ({ message }) => complaints.push(`script: ${message}`));
    page.on("console", (said) => {
      if (["error", "warning"].includes(said.type())) {
        complaints.push(`console: ${said.text()}`);
      }
    });
  });
  after(() => browser?.close());

  it("is named here, and nothing else is", () => {
    const get = allRoutes.filter(({ method }) => method === "GET").map(({ path }) => path);
    expect(notPages.filter((path) => !get.includes(path))).to.deep.equal([]);
    expect(pagePaths.filter((path) => !(path in visits))).to.deep.equal([]);
    const plain = Object.keys(visits).map((name) => name.replace(/ \(.+\)$/, ""));
    expect(plain.filter((path) => !pagePaths.includes(path))).to.deep.equal([]);
  });

  for (const path of [...pagePaths, "/tray (sent)", "/drafts/:id (approved)"]) {
    it(`${path} is whole, light and accessible in both languages`, async () => {
      const [visitor, address] = visits[path] ?? [undefined, path];
      const found: string[] = [];
      for (const language of languages) {
        const faults = await faultsOf(visitor, address, language);
        found.push(...faults.map((fault) => `${language}: ${fault}`));
      }
      expect(found).to.deep.equal([]);
    });
  }

  async function faultsOf(
    visitor: AnOfficer | undefined,
    address: string,
    language: Language,
  ): Promise<string[]> {
    complaints.length = 0;
    await signIn(visitor, language);
    await page.setViewportSize(desktop);
    const answer = await page.goto(origin + address);
    const faults = [
      ...(await faultsOfAnswer(answer)),
      ...(page.url() === new URL(address, origin).href ? [] : [`went on to ${page.url()}`]),
      ...((await page.getAttribute("html", "lang")) === language ? [] : ["wrong language"]),
      ...(await overflow()),
      ...(await axeFaults()),
      ...(language === "hi" ? await englishLeft() : []),
    ];
    await page.setViewportSize(phone);
    return [...faults, ...(await overflow()), ...complaints];
  }

  async function signIn(visitor: AnOfficer | undefined, language: Language): Promise<void> {
    const cookies: { name: string; value: string; url: string }[] = [
      { name: "language", value: language, url: origin },
    ];
    if (visitor) {
      const { accountId, postId } = visitor;
      const token = await startSession({
        accountId,
        actingPostId: postId,
        language,
        provedAt: Date.now(),
        secondFactor: true,
      });
      cookies.push({ name: "session", value: token, url: origin });
    }
    await page.context().clearCookies();
    await page.context().addCookies(cookies);
  }

  /** Also what stands only in attributes is read to somebody; what is marked as English is a name, kept as given. */
  async function englishLeft(): Promise<string[]> {
    const text = await page.evaluate(() => {
      const said = ["title", "placeholder", "aria-label", "alt"].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)),
      );
      const body = document.createElement("body");
      body.innerHTML = document.body.innerHTML;
      body.querySelectorAll("script, style, [lang=en]").forEach((part) => part.remove());
      return [document.title, body.textContent, ...said].join("\n");
    });
    return englishSentences
      .filter((sentence) => text.includes(sentence))
      .map((sentence) => `English: ${sentence}`);
  }

  async function overflow(): Promise<string[]> {
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    const width = page.viewportSize()?.width;
    return excess > 0 ? [`${excess}px too wide at ${width}`] : [];
  }

  async function axeFaults(): Promise<string[]> {
    const { passes, violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(rules)
      .analyze();
    expect(passes).to.not.be.empty;
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }
});

async function faultsOfAnswer(answer: Response | null): Promise<string[]> {
  const status = answer?.status() ?? 0;
  const bytes = gzipSync((await answer?.body()) ?? "").length;
  return [
    ...(status === 200 ? [] : [`status ${status}`]),
    ...(bytes <= mostBytes ? [] : [`${bytes} bytes zipped`]),
  ];
}
