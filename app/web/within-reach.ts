import type { RouterContext } from "@koa/router";
import { forbidden, type Module } from "../base/index.ts";
import { visitorOf } from "../base/web/visitor.ts";

/** Lets a program's token go no further than it was made for; a person at a browser has no token. */
export function withinReach({ name }: Module) {
  return async (context: RouterContext, next: () => Promise<unknown>): Promise<void> => {
    const reach = visitorOf(context)?.reach;
    if (reach?.modules && !reach.modules.has(name)) {
      throw forbidden("This token was not made for this part of the work.");
    }
    if (reach && !reach.mayWrite && context.method !== "GET") {
      throw forbidden("This token may read only.");
    }
    await next();
  };
}
