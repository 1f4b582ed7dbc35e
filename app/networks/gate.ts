import type { Middleware } from "koa";
import type { Config } from "../base/index.ts";
import { clientAddress, dropClaims } from "./client-address.ts";
import { showClosedDoor } from "./closed-door.ts";
import { countRefusal } from "./count-refusals.ts";
import { placeOf, presentNetworks } from "./present-networks.ts";

/** Stands before everything: settles where a request comes from, and shows who is outside a closed door. */
export function networkGate({ BEHIND_PROXY }: Pick<Config, "BEHIND_PROXY">): Middleware {
  return async (context, next) => {
    const address = clientAddress(context.req, BEHIND_PROXY);
    dropClaims(context.req);
    context.request.ip = address ?? "unknown";
    const networks = await presentNetworks();
    if (!networks || (networks.isClosed && !placeOf(networks, address))) {
      countRefusal(address);
      showClosedDoor(context);
      return;
    }
    await next();
  };
}
