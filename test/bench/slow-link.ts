import { chromium, type Browser, type Page } from "playwright-core";

export interface SlowLink {
  readonly kilobitsPerSecond: number;
  readonly latencyMilliseconds: number;
}

/** Whose inbox is opened, on which server. */
export interface Inbox {
  readonly origin: string;
  /** `session=…`, as the browser sends it. */
  readonly cookie: string;
}

export interface Opened {
  /** From the request until the page is parsed and its first row stands on the screen. */
  readonly usableAfter: number;
  /** What crossed the link, headers included. */
  readonly bytes: number;
  readonly rows: number;
}

/** The link of a district office that complains. */
export const districtLink: SlowLink = { kilobitsPerSecond: 256, latencyMilliseconds: 200 };

const visits = 5;
const flags =
  "--no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run";

/** How soon an inbox can be used over a slow link by a browser that has been there before; the middle of some visits. */
export async function openOverSlowLink(
  inbox: Inbox,
  link: SlowLink = districtLink,
): Promise<Opened> {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: flags.split(" "),
  });
  try {
    const page = await signedIn(browser, inbox);
    await page.goto(`${inbox.origin}/tray`, { waitUntil: "networkidle" });
    const narrow = await narrowed(page, link);
    const found: Opened[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      found.push(await open(page, { address: `${inbox.origin}/tray`, crossed: narrow }));
    }
    const [middle] = found
      .toSorted((one, other) => one.usableAfter - other.usableAfter)
      .slice(Math.floor(found.length / 2));
    return middle ?? { usableAfter: Number.NaN, bytes: 0, rows: 0 };
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser, { cookie, origin }: Inbox): Promise<Page> {
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addCookies([{ name, value, url: origin }]);
  return context.newPage();
}

/** Makes the link slow; the answer counts what has crossed since it was last asked. */
async function narrowed(page: Page, link: SlowLink): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page);
  const bytesPerSecond = (link.kilobitsPerSecond * 1000) / 8;
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: link.latencyMilliseconds,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => {
    const crossed = bytes;
    bytes = 0;
    return crossed;
  };
}

async function open(
  page: Page,
  { address, crossed }: { readonly address: string; readonly crossed: () => number },
): Promise<Opened> {
  crossed();
  const from = performance.now();
  await page.goto(address, { waitUntil: "domcontentloaded" });
  const rows = page.locator(".item");
  await rows.first().waitFor({ state: "visible" });
  const usableAfter = Math.round(performance.now() - from);
  await page.waitForLoadState("networkidle");
  return { usableAfter, bytes: crossed(), rows: await rows.count() };
}
