import type { Middleware } from "koa";
import { Counter } from "prom-client";
import { log } from "../base/index.ts";

export const reportPath = "/content-security-reports";

const reports = new Counter({
  name: "secretariat_content_security_reports_total",
  help: "What browsers refused to load or run on our pages.",
});

/** A report is counted and its body left unread: a browser's word about a page is no input of ours. */
export const takePolicyReports: Middleware = async (context, next) => {
  if (context.path !== reportPath) {
    await next();
    return;
  }
  reports.inc();
  log.warn({ requestId: context.state["requestId"] as string }, "A browser refused content");
  context.req.resume();
  context.status = 204;
};
