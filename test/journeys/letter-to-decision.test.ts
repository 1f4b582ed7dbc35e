import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { chromium, type Browser, type Page } from "playwright-core";
import { sealCommitted, verifyRecord } from "../../app/audit/index.ts";
import { row, rows, withStoredFile, type Language } from "../../app/base/index.ts";
import { deliver } from "../../app/base/jobs.ts";
import { pdfText } from "../../app/documents/index.ts";
import type { AnOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin } from "../support/visit.ts";
import { aScannedLetter } from "./scanned-letter.ts";
import { comeIn } from "./come-in.ts";
import { aSecretariat, type Cast } from "./secretariat.ts";

const flags =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";
const reply = {
  hi: "उपरोक्त विषयांतर्गत लेख है कि क्षेत्रीय कार्यालय द्वारा मुआवजा राशि का वितरण तत्काल किया जाए।",
  en: "With reference to the above, the compensation shall be paid at once by the regional office.",
};

/** A real scanned letter arrives, becomes a decision, and leaves as a signed reply. */
describe("From letter to decision", function () {
  this.timeout(180_000);
  unsandboxed();
  let browser: Browser;
  let origin: string;
  let letter: string;

  before(async () => {
    letter = join(mkdtempSync(join(tmpdir(), "letter-")), "scan.pdf");
    writeFileSync(letter, await aScannedLetter());
    origin = await siteOrigin();
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: flags.split(" "),
    });
  });
  after(() => browser.close());

  for (const language of ["hi", "en"] as const) {
    it(`goes all the way in the browser (${language})`, async () => {
      const cast = await aSecretariat();
      const receiptId = await diarise(cast);
      const fileId = await openFileAndNote(cast, receiptId);
      await goUpForDecision(cast, fileId);
      const letterId = await draftApproveSign(cast, fileId, language);
      await checkLetter(letterId, language);
      await checkArrival(cast, letterId);
      await checkTrail(cast, fileId, language);
      await checkRecord();
    });

    async function at(officer: AnOfficer): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      await context.addCookies([{ name: "language", value: language, url: origin }]);
      const page = await context.newPage();
      page.on("pageerror", ({ message }) => expect.fail(message));
      await comeIn(page, origin, officer);
      if ((await page.getAttribute("html", "lang")) !== language) {
        await page.click(".language-switch button");
        await page.waitForSelector(`html[lang=${language}]`);
      }
      return page;
    }

    async function leave(page: Page): Promise<void> {
      await page.context().close();
    }

    /** Registry: the scan beside the form, number given, sent on. */
    async function diarise({ registry, hand }: Cast): Promise<string> {
      const page = await at(registry);
      await page.goto(`${origin}/receipts/new`);
      await page.setInputFiles("input[type=file]", letter);
      await page.waitForSelector("iframe, object, embed");
      await page.selectOption("select[name=deliveryMode]", "speed_post");
      await page.fill("input[name=letterOn]", "2026-01-12");
      await page.fill("input[name=letterNumber]", `क/${Date.now()}/2026`);
      await page.fill("[name=subject]", "ग्राम सेजबहार में भू-अर्जन का मुआवजा <b>शीघ्र</b>");
      await page.selectOption("select[name=mainCategory]", "land");
      await page.selectOption("select[name=senderType]", "district");
      await page.fill("[name=senderName], [name=_text_senderName]", "कलेक्टर, जिला रायपुर");
      await page.keyboard.press("Escape");
      await page.click("button[name=next][value=send]");
      await page.waitForURL(/\/items\/.+\/movements\/new/);
      const receiptId = idIn(page.url());
      await send(page, hand);
      await leave(page);
      return receiptId;
    }

    /** Dealing hand: reads it, opens a file with it, notes with a reference, sends up. */
    async function openFileAndNote({ hand, section }: Cast, receiptId: string): Promise<string> {
      const page = await at(hand);
      await page.click(`a[href="/receipts/${receiptId}"]`);
      await page.waitForURL(`**/receipts/${receiptId}`);
      await page.goto(`${origin}/files/new?receiptId=${receiptId}`);
      const basic = await page
        .locator("select[name=basicHeadId] option")
        .nth(1)
        .getAttribute("value");
      await page.selectOption("select[name=basicHeadId]", basic ?? "");
      await page.waitForTimeout(300);
      await page.selectOption("select[name=mainCategory]", "land");
      await page.click("main form button.button-primary");
      await page.waitForURL(/\/files\/[0-9a-f-]{36}/);
      const fileId = idIn(page.url());
      await note(page, "प्रकरण परीक्षण हेतु प्रस्तुत है। कृपया ");
      await page.locator(".editor-count").filter({ hasText: /[1-9]/ }).waitFor();
      await page.keyboard.type("@");
      await page.locator(".reference-list button").first().click();
      await saved(fileId, hand);
      await sendFrom(page, fileId, section);
      await leave(page);
      return fileId;
    }

    /** Section officer agrees by one tap; the officers note; the Secretary decides and sends down. */
    async function goUpForDecision(cast: Cast, fileId: string): Promise<void> {
      const page = await at(cast.section);
      await page.goto(`${origin}/files/${fileId}/agreement`);
      await send(page, cast.under);
      await leave(page);
      const steps = [
        [cast.under, cast.secretary, "प्रस्ताव अनुमोदन हेतु प्रस्तुत।"],
        [cast.secretary, cast.hand, "अनुमोदित। उत्तर भेजा जाए।"],
      ] as const;
      for (const [from, to, words] of steps) {
        const desk = await at(from);
        await desk.goto(`${origin}/files/${fileId}`);
        await note(desk, words);
        await saved(fileId, from);
        await sendFrom(desk, fileId, to);
        await leave(desk);
      }
    }

    async function draftApproveSign(cast: Cast, fileId: string, tongue: Language): Promise<string> {
      const page = await at(cast.hand);
      await page.goto(`${origin}/drafts/new?itemId=${fileId}`);
      await page.selectOption("select[name=language]", tongue);
      await page.click("main form button.button-primary");
      await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
      const draftId = idIn(page.url());
      await page.fill(
        "input[name=subject]",
        tongue === "hi" ? "मुआवजा वितरण" : "Payment of compensation",
      );
      await page.fill("textarea[name=to]", "कलेक्टर\nजिला दुर्ग (छत्तीसगढ़)");
      await choose(page, "toPostIds", cast.collector);
      await choose(page, "signatoryPostId", cast.under);
      await page.locator("#body.ProseMirror").click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(reply[tongue]);
      await page.waitForTimeout(500);
      await Promise.all([
        page.waitForResponse(
          (answer) => answer.request().method() === "POST" && answer.status() === 303,
        ),
        page.click("button.button-primary:not([href])"),
      ]);
      await page.waitForLoadState();
      await page.goto(`${origin}/items/${fileId}/movements/new`);
      await send(page, cast.under);
      await leave(page);
      return approveAndSign(cast, draftId);
    }

    async function approveAndSign(cast: Cast, draftId: string): Promise<string> {
      const page = await at(cast.under);
      await page.goto(`${origin}/drafts/${draftId}/approval`);
      await page.click("main form button.button-primary");
      await page.waitForURL(`**/drafts/${draftId}*`);
      await page.goto(`${origin}/drafts/${draftId}/signature`);
      await page.click("main form button.button-primary");
      await page.waitForURL(/\/letters\/[0-9a-f-]{36}/);
      const letterId = idIn(page.url());
      const waiting = page
        .locator("a[href*='/dispatches/'], form[action*='/dispatches'] button")
        .first();
      expect(await waiting.count(), "a way to dispatch").to.equal(1);
      await leave(page);
      return letterId;
    }
  }

  async function note(page: Page, words: string): Promise<void> {
    await page.locator("#body.ProseMirror").click();
    await page.keyboard.insertText(words);
  }

  /** The yellow note saves itself; the journey waits as a careful officer would. */
  async function saved(fileId: string, { postId }: AnOfficer): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      const draft = await row(
        "select 1 as one from note_drafts where file_id = $fileId and post_id = $postId",
        { fileId, postId },
      );
      if (draft) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect.fail("the yellow note did not save itself");
  }

  async function sendFrom(page: Page, fileId: string, to: AnOfficer): Promise<void> {
    await page.goto(`${origin}/items/${fileId}/movements/new`);
    await send(page, to);
  }

  async function send(page: Page, to: AnOfficer): Promise<void> {
    await choose(page, "toPostId", to);
    await page.selectOption("select[name=actionAsked]", "action");
    await page.click("main form button.button-primary, dialog form button.button-primary");
    await page.waitForURL((url) => !/movements\/new|agreement/.test(url.pathname));
  }

  /** Types into a lookup what nobody else has, and takes what it offers. */
  async function choose(page: Page, field: string, { postId }: AnOfficer): Promise<void> {
    const post = await row<{ marking: string }>("select marking from posts where id = $postId", {
      postId,
    });
    await page.fill(`input[name=_text_${field}]`, post?.marking ?? "");
    await page.locator(".lookup-list:visible [role=option]").first().click();
  }

  async function checkLetter(letterId: string, language: Language): Promise<void> {
    const found = await row<{ sha256: string; number: string }>(
      "select document_sha256 as sha256, number from letters where id = $letterId",
      { letterId },
    );
    const text = await withStoredFile(found?.sha256 ?? "", pdfText);
    const plain = text.replace(/\s+/g, " ");
    expect(plain).to.contain(found?.number);
    expect(plain).to.contain(reply[language].slice(0, 40));
  }

  /** The Collector inside the secretariat gets it as a receipt, which can be forwarded. */
  async function checkArrival({ collector }: Cast, letterId: string): Promise<void> {
    const due = await rows<{ eventId: string; job: string }>(
      `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
       where e.subject_id = $letterId`,
      { letterId },
    );
    for (const delivery of due) {
      await deliver(delivery);
    }
    const arrived = await row<{ state: string; kind: string }>(
      `select i.state, i.kind from items i join receipts r on r.item_id = i.id
       where r.from_letter_id = $letterId and i.holder_post_id = $post`,
      { letterId, post: collector.postId },
    );
    expect(arrived).to.deep.equal({ state: "moving", kind: "receipt" });
  }

  async function checkTrail(cast: Cast, fileId: string, language: Language): Promise<void> {
    const hops = await rows<{ kind: string; toPost: string }>(
      `select kind, to_post_id as "toPost" from movements where item_id = $fileId order by sequence`,
      { fileId },
    );
    const { hand, section, under, secretary } = cast;
    expect(hops.map(({ toPost }) => toPost)).to.deep.equal(
      [hand, section, under, secretary, hand, under].map(({ postId }) => postId),
    );
    const sheet = await rows<{ from: number; to: number }>(
      `select paragraph_from as from, paragraph_to as to from notes where file_id = $fileId order by sequence`,
      { fileId },
    );
    expect(sheet.map(({ from, to }) => [from, to])).to.deep.equal([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(language).to.be.oneOf(["hi", "en"]);
  }

  async function checkRecord(): Promise<void> {
    while ((await sealCommitted()) > 0) {
      // until nothing waits
    }
    const { findings } = await verifyRecord();
    expect(findings.filter(({ fault }) => fault !== "cut-short")).to.deep.equal([]);
  }
});

function idIn(address: string): string {
  return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address)?.[0] ?? "";
}
