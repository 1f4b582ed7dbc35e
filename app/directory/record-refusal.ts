import type { Account } from "../access/index.ts";
import { record, transaction } from "../base/index.ts";
import { directoryActor } from "./actor.ts";
import type { Closing } from "./person.ts";

/** Keeps that somebody was turned away though it may have been he. */
export function recordRefusal(
  account: Account,
  reason: Closing | "locked" | "not-linked",
): Promise<unknown> {
  return transaction(() =>
    record(directoryActor, "directory.sign-in-refused", {
      subject: { type: "account", id: account.id },
      detail: { reason },
    }),
  );
}
