import { randomBytes } from "node:crypto";
import type { Middleware } from "koa";
import type { Config } from "../base/index.ts";
import { reportPath } from "./policy-reports.ts";

/** For a year, and for every name below ours. */
const overTlsOnly = "max-age=31536000; includeSubDomains";

/** Says to the browser what a page of ours may do; a page may do very little. */
export function headers({ SECURE_COOKIES }: Config): Middleware {
  return async (context, next) => {
    const nonce = randomBytes(16).toString("base64");
    context.state["nonce"] = nonce;
    context.set({
      "content-security-policy": policy(nonce),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
      "cache-control": "no-store",
      ...(SECURE_COOKIES ? { "strict-transport-security": overTlsOnly } : {}),
    });
    await next();
  };
}

/** The browser's own viewer shows PDF documents in a frame, hence `frame-src`. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    `report-uri ${reportPath}`,
  ].join("; ");
}
