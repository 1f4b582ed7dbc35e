import type { Middleware } from "koa";
import type { Config } from "../base/index.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Answers only under the name of the office: a forged `Host` would stand in redirects and pass for our own
 * origin. A trial without TLS also answers to the names of this machine itself.
 */
export function knownHost({ ORIGIN, SECURE_COOKIES }: Config): Middleware {
  const own = new URL(ORIGIN).host;
  const isOurs = (host: string): boolean =>
    host === own || (!SECURE_COOKIES && loopback.has(host.replace(/:\d{1,5}$/, "")));
  return async (context, next) => {
    if (isOurs(context.get("host"))) {
      await next();
    } else {
      context.status = 421;
      context.type = "text/plain";
      context.body = "421\n";
    }
  };
}
