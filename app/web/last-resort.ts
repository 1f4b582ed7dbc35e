import type { Context } from "koa";
import { inLanguage, languages, log, t } from "../base/index.ts";

/**
 * Answers what no page can answer any more: a stream that broke, a failure outside the boundary. In place of the
 * framework's own, which would take the protecting headers off and say what failed.
 */
export function lastResort(this: Context, error: Error | null): void {
  if (!error) {
    return;
  }
  log.error({ err: error, requestId: this.state["requestId"] as string }, "Answer broke off");
  if (this.headerSent || !this.writable) {
    this.res.destroy();
    return;
  }
  for (const name of ["content-length", "content-encoding", "content-disposition", "etag"]) {
    this.remove(name);
  }
  this.res.statusCode = 500;
  this.set({ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  this.res.end(
    languages.map((language) => inLanguage(language, () => t("Something went wrong."))).join("\n"),
  );
}
