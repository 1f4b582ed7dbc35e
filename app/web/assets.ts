import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Middleware } from "koa";
import { assetsFolder } from "../base/assets.ts";

const oneYear = 31_536_000;

/** Serves built assets; their names carry a hash of their content, so they may be kept for a year. */
export const serveAssets: Middleware = async (context, next) => {
  if (!context.path.startsWith("/assets/") || !["GET", "HEAD"].includes(context.method)) {
    await next();
    return;
  }
  const path = join(assetsFolder, basename(context.path));
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    context.status = 404;
    return;
  }
  context.type = extname(path);
  context.length = found.size;
  context.set("cache-control", `public, max-age=${oneYear}, immutable`);
  context.body = createReadStream(path);
};
