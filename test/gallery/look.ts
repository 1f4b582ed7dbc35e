import { AxeBuilder } from "@axe-core/playwright";
import type { AddressInfo } from "node:net";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { projectFile } from "../../app/base/paths.ts";
import { samplePaths } from "./sample-page.tsx";
import { gallery } from "./serve.tsx";

// Run with `tsx test/gallery/look.ts [path …]`: pictures of every page in both languages and sizes
// in var/gallery, and what axe, the policy and the width of the page have to say about each.

const folder = projectFile("var/gallery");
const sizes = [
  { name: "desk", width: 1366, height: 768 },
  { name: "phone", width: 360, height: 640 },
] as const;

mkdirSync(folder, { recursive: true });
await new Promise<void>((resolve) => gallery.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(gallery.address() as AddressInfo).port}`;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"],
});
const wanted = process.argv.slice(2);
const theme = process.env["THEME"] === "dark" ? "dark" : "light";
for (const path of wanted.length > 0 ? wanted : samplePaths) {
  for (const language of ["hi", "en"]) {
    for (const size of sizes) {
      await look(path, language, size);
    }
  }
}
await browser.close();
gallery.close();

async function look(path: string, language: string, size: (typeof sizes)[number]): Promise<void> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    hasTouch: size.name === "phone",
    isMobile: size.name === "phone",
  });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(`${base}${path}?lang=${language}`, { waitUntil: "networkidle" });
  const name = `${path.slice(1)}-${language}-${size.name}${theme === "dark" ? "-dark" : ""}`;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: size.name === "phone" });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ""}`),
  );
  process.stdout.write(`${name}: ${await tooWide(page)}\n`);
  for (const fault of [...said, ...faults]) {
    process.stdout.write(`  ${fault.replaceAll("\n", " ")}\n`);
  }
  await context.close();
}

/** The elements that stick out of the window to the right. */
function tooWide(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return "fits";
    return "too wide: " + [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5).map((element) => element.className || element.tagName).join(", ");
  })()`);
}
