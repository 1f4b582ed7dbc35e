import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { assetsFolder } from "../../app/base/assets.ts";
import type { Language } from "../../app/base/words.ts";
import { LookupOptions, renderPart } from "../../app/ui/index.ts";
import { sampleFrame } from "./frame.ts";
import { samplePage } from "./sample-page.tsx";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const policy =
  "default-src 'none'; script-src 'self' 'nonce-sample'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** The gallery of every component under the product's own content security policy; `?lang=en` for English. */
export const gallery = createServer((request, response) => {
  const address = request.url ?? "/";
  const { pathname, searchParams } = new URL(address, "http://gallery");
  const asset = join(assetsFolder, pathname.replace("/assets/", ""));
  if (pathname.startsWith("/assets/") && existsSync(asset)) {
    response.setHeader("content-type", types[extname(asset)] ?? "text/plain");
    response.end(readFileSync(asset));
    return;
  }
  const language = searchParams.get("lang") === "en" ? "en" : "hi";
  response.setHeader("content-type", pathname === "/paper.svg" ? "image/svg+xml" : "text/html");
  response.setHeader("content-security-policy", policy);
  response.end(answer(pathname, address, language));
});

function answer(pathname: string, address: string, language: Language): string {
  if (pathname === "/paper.svg") {
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="620"><rect width="210" height="297" fill="#fff"/><path d="M70 24h70M85 32h40M20 52h60M20 60h44" stroke="#333" stroke-width="3"/><path d="M20 80h170M20 90h170M20 100h170M20 110h120M20 130h170M20 140h170M20 150h90M120 200h60M130 208h50" stroke="#777" stroke-width="2"/></svg>';
  }
  if (pathname === "/posts") {
    return renderPart(sampleFrame(language, address), <LookupOptions options={finds} />);
  }
  return samplePage(address, language) ?? "not found";
}

const finds = [
  {
    id: "1",
    label: "अवर सचिव (राजस्व)",
    detail: "श्रीमती अनीता साहू · 14",
    warning: "अवकाश पर; कार्य देखते हैं श्री ध्रुव",
  },
  { id: "2", label: "उप सचिव (राजस्व)", detail: "श्री पी. एस. ध्रुव · 31" },
  { id: "3", label: "Joint Secretary (Revenue)", detail: "vacant" },
];
