import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { documentFromText, documentToText, WrittenInput } from "../../app/writing/index.ts";
import { emptyDesk, setUpDesk } from "./editor-desk.tsx";
import type { Desk } from "./editor-desk.tsx";

const args =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";

describe("The note editor in a browser", function () {
  this.timeout(20_000);
  let browser: Browser;
  let desk: Desk;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  before(async () => {
    [desk, browser] = await Promise.all([
      setUpDesk(),
      chromium.launch({ executablePath: "/usr/bin/chromium", args: args.split(" ") }),
    ]);
    context = await browser.newContext();
  });
  after(async () => {
    await browser.close();
    desk.close();
  });
  beforeEach(async () => {
    Object.assign(desk, emptyDesk());
    desk.puts.length = 0;
    desk.posts.length = 0;
    complaints = [];
    page = await open();
  });
  afterEach(async () => {
    await page.evaluate("localStorage.clear()");
    await page.close();
    expect(complaints).to.deep.equal([]);
  });

  async function open(): Promise<Page> {
    const opened = await context.newPage();
    await opened.clock.install();
    opened.on("pageerror", ({ message }) => complaints.push(message));
    opened.on("console", (message) => {
      if (/Content Security|ProseMirror/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await opened.goto(desk.address);
    await opened.locator("#text.ProseMirror").click();
    return opened;
  }

  const sheet = () => page.locator("#text");
  const status = () => page.locator(".editor-status");
  const type = (text: string) => page.keyboard.insertText(text);
  const tool = (name: string) => page.getByRole("button", { name, exact: true });

  /** Lets the seconds pass that autosave waits for, and waits for what the status then says. */
  async function pause(words: RegExp): Promise<void> {
    await page.clock.runFor(13_000);
    await status().filter({ hasText: words }).waitFor({ timeout: 3000 });
  }

  const held = () => documentToText(desk.document);

  it("saves Hindi, bold and a list as a document the server takes", async () => {
    await type("प्रकरण ");
    await page.keyboard.press("Control+b");
    expect(await tool("मोटा (Bold)").getAttribute("aria-pressed")).to.equal("true");
    await type("अनुमोदनार्थ");
    await page.keyboard.press("Control+b");
    await type(" प्रस्तुत है।");
    await page.keyboard.press("Enter");
    await tool("बिंदुवार सूची").click();
    await type("पहला");
    await page.keyboard.press("Enter");
    await type("दूसरा");
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("प्रकरण अनुमोदनार्थ प्रस्तुत है।\n\n• पहला\n• दूसरा");
    expect(desk.document.content[0]).to.deep.equal({
      type: "paragraph",
      content: [
        { type: "text", text: "प्रकरण " },
        { type: "text", marks: [{ type: "strong" }], text: "अनुमोदनार्थ" },
        { type: "text", text: " प्रस्तुत है।" },
      ],
    });
    expect(desk.revision).to.equal(1);
    await page.clock.runFor(500);
    expect(await page.locator(".editor-count").innerText()).to.equal("6 शब्द, 40 अक्षर");
  });

  it("lets an input method compose a word before it is settled", async () => {
    const keyboard = await context.newCDPSession(page);
    for (const text of ["न", "नस", "नस्", "नस्त", "नस्ती"]) {
      const end = text.length;
      await keyboard.send("Input.imeSetComposition", {
        text,
        selectionStart: end,
        selectionEnd: end,
      });
    }
    await keyboard.send("Input.insertText", { text: "नस्ती " });
    await type("लंबित है");
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("नस्ती लंबित है");
  });

  it("cleans what is pasted from Word", async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head>
      <body><!--StartFragment--><h1>विषय</h1><p class=MsoNormal align=center style='text-align:center'><span style="font-weight:bold">मोटा</span> <a href="javascript:alert(1)">कड़ी</a><o:p></o:p></p>
      <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>एक</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>दो</p>
      <table><tr><td><p class=MsoNormal>क</p></td><td>ख</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>`;
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", ${JSON.stringify(html)});
      document.querySelector("#text").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    })()`);
    await pause(/बजे सुरक्षित/);
    expect(held().trim()).to.equal("विषय\n\nमोटा कड़ी\n\n1. एक\n2. दो\n\nक | ख");
    const [, second] = desk.document.content;
    expect(second).to.deep.include({ attrs: { align: "center" } });
    expect(second?.content?.[0]).to.deep.include({ text: "मोटा", marks: [{ type: "strong" }] });
  });

  it("puts in a table and walks through it with Tab", async () => {
    await tool("तालिका जोड़ें").click();
    for (const text of ["क्र.", "ग्राम", "1", "सेजबहार"]) {
      await type(text);
      await page.keyboard.press("Tab");
    }
    await sheet().getByText("सेजबहार").click();
    await tool("पंक्ति जोड़ें").click();
    await page.keyboard.press("Tab");
    await type("2");
    await pause(/बजे सुरक्षित/);
    expect(held().trim()).to.equal("क्र. | ग्राम\n1 | सेजबहार\n2 |");
  });

  it("puts in a reference where an @ begins a word, and leaves addresses alone", async () => {
    await page.keyboard.type("a@b ");
    await page.keyboard.type("@");
    await page.locator(".reference-list button").nth(1).waitFor();
    await page.keyboard.press("Enter");
    await type("देखें");
    await pause(/बजे सुरक्षित/);
    const { references, plainText } = WrittenInput.parse(desk.document);
    expect(plainText).to.equal("a@b पृष्ठ 12/प. देखें");
    expect(references).to.deep.equal([{ kind: "page", target: "7c1f:12", label: "पृष्ठ 12/प." }]);
  });

  it("keeps the text through a dropped link and a closed browser", async () => {
    await context.setOffline(true);
    await type("लिंक टूटने पर भी");
    await pause(/संपर्क टूटा/);
    await page.close();
    await context.setOffline(false);
    page = await open();
    expect(await sheet().innerText()).to.contain("लिंक टूटने पर भी");
    expect(await status().innerText()).to.contain("वापस लाया गया");
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("लिंक टूटने पर भी");
    await page.reload();
    expect(await status().innerText()).to.equal("");
  });

  it("sees no other window in its own save whose answer was lost", async () => {
    desk.mood = "deaf";
    await type("एक");
    await pause(/संपर्क टूटा/);
    desk.mood = "well";
    await type(" दो");
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("एक दो");
  });

  it("lets the writer choose when another window has saved later", async () => {
    await type("मेरा");
    Object.assign(desk, { document: documentFromText("दूसरे का"), revision: 1 });
    await pause(/दूसरी विंडो/);
    expect(held()).to.equal("दूसरे का");
    await page.getByRole("button", { name: "बाद वाला पाठ दिखाएँ" }).click();
    await status().filter({ hasText: "बाद वाला पाठ है" }).waitFor();
    expect(await sheet().innerText()).to.equal("दूसरे का");
    await sheet().click();
    await page.keyboard.press("Control+z");
    expect(await sheet().innerText()).to.equal("मेरा");
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("मेरा");

    desk.revision = 7;
    await type("!");
    await pause(/दूसरी विंडो/);
    await page.getByRole("button", { name: "मेरा पाठ सुरक्षित करें" }).click();
    await status().filter({ hasText: "बजे सुरक्षित" }).waitFor();
    expect(desk.revision).to.equal(8);
  });

  it("goes on after a new sign-in in another window", async () => {
    desk.mood = "signed out";
    await type("सत्र");
    await pause(/सत्र समाप्त/);
    expect(await page.getByRole("link", { name: "नई विंडो में साइन इन करें" }).count()).to.equal(1);
    Object.assign(desk, { mood: "well", csrf: "token-2" });
    await pause(/बजे सुरक्षित/);
    expect(held()).to.equal("सत्र");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("sent").waitFor();
    expect(desk.posts[0]?.get("_csrf")).to.equal("token-2");
  });

  it("sends the form only when the server holds the text", async () => {
    desk.mood = "refusing";
    await type("भेजें");
    await page.getByRole("button", { name: "Send" }).click();
    await status().filter({ hasText: "पाठ बहुत लंबा है।" }).waitFor();
    expect(desk.posts).to.have.length(0);
    desk.mood = "well";
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("sent").waitFor();
    expect(desk.posts).to.have.length(1);
    expect(WrittenInput.parse(desk.posts[0]?.get("text")).plainText).to.equal("भेजें");
    expect(held()).to.equal("भेजें");
  });

  it("is a plain field where no script runs", async () => {
    desk.document = documentFromText("पहला\n\nदूसरा");
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(desk.address);
    await without.locator("textarea").fill("पहला\n\nबदला");
    await without.getByRole("button", { name: "Send" }).click();
    await without.getByText("sent").waitFor();
    await plain.close();
    expect(WrittenInput.parse(desk.posts[0]?.get("text")).plainText).to.equal("पहला\nबदला");
  });

  for (const language of ["hi", "en"] as const) {
    it(`has nothing axe objects to (${language})`, async () => {
      Object.assign(desk, { language });
      await page.reload();
      await sheet().click();
      await page.locator(".editor-tools button").nth(9).click();
      for (const text of ["क", "ख"]) {
        await type(text);
        await page.keyboard.press("Tab");
      }
      const { violations } = await new AxeBuilder({ page }).include(".editor").analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).to.deep.equal([]);
    });
  }
});
