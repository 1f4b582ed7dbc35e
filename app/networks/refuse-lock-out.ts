import { conflict, type Actor } from "../base/index.ts";
import { plainAddress } from "./client-address.ts";
import { isRefused, judgePlace } from "./judge-arrival.ts";
import { isShutOut, rangeOf, readNetworks } from "./networks.ts";

/** Undoes a change after which its own maker could not come in any more; to be called last in its transaction. */
export async function refuseLockOut(actor: Actor, day: string): Promise<void> {
  if (actor.address === null) {
    return; // from the server's own command line
  }
  const networks = await readNetworks(day);
  const address = plainAddress(actor.address);
  if (isShutOut(networks, address)) {
    throw conflict(
      "With this change your own address {address} would be outside. First add the range in which it lies.",
      { address: actor.address },
    );
  }
  const standing = await judgePlace(actor, networks, rangeOf(networks, address));
  if (isRefused(standing, networks)) {
    throw conflict(
      "With this change you could not come in yourself from {address}. Sign in from another place, or name its range.",
      { address: actor.address },
    );
  }
}
