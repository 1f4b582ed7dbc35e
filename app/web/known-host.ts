import type { Middleware } from "koa";
import { config } from "../base/index.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Answers only under the name of the office: a forged `Host` would stand in redirects and pass for our own
 * origin. A trial without TLS also answers to the names of this machine itself.
 */
export const knownHost: Middleware = async (context, next) => {
  if (isOurs(context.get("host"))) {
    await next();
  } else {
    context.status = 421;
    context.type = "text/plain";
    context.body = "421\n";
  }
};

function isOurs(host: string): boolean {
  if (host === new URL(config().ORIGIN).host) {
    return true;
  }
  return !config().SECURE_COOKIES && loopback.has(host.replace(/:\d{1,5}$/, ""));
}
