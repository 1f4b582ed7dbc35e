import { afterCommit, execute, transaction, type Actor } from "../base/index.ts";
import { everyNetwork, networkPolicy } from "./policy.ts";
import { readNetworksAnew } from "./present-networks.ts";
import { refuseLockOut } from "./refuse-lock-out.ts";

/** One change of the networks at a time; nobody shuts himself out, judged on the day on which it takes effect. */
export function changeNetworks<T>(actor: Actor, day: string, work: () => Promise<T>): Promise<T> {
  return transaction(async () => {
    networkPolicy.authorize(actor, "administer", everyNetwork);
    await execute("select pg_advisory_xact_lock(hashtext('networks'))::text");
    const result = await work();
    await refuseLockOut(actor, day);
    await afterCommit(readNetworksAnew);
    return result;
  });
}
