import type { Context } from "koa";
import { config, inLanguage, languages, t } from "../base/index.ts";

/** All that somebody outside sees: the same for every address, with no name of ours and no hint of what is behind. */
export function showClosedDoor(context: Context): void {
  context.remove("x-request-id");
  context.status = 403;
  context.set({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    ...(config().SECURE_COOKIES
      ? { "strict-transport-security": "max-age=31536000; includeSubDomains" }
      : {}),
    connection: "close",
  });
  context.body = page();
}

function page(): string {
  const paragraphs = languages.map(
    (language) =>
      `<p lang="${language}">${inLanguage(language, () => t("This address is closed to your network."))}</p>`,
  );
  return `<!doctype html><html lang="hi"><meta charset="utf-8"><title>403</title>${paragraphs.join("")}</html>\n`;
}
