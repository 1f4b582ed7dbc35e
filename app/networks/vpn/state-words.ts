import { t, words } from "../../base/index.ts";
import type { Verdict } from "./judge-list.ts";
import type { VpnAccount } from "./list-accounts.ts";

/** How an account stands, in one word. */
export function stateWords({ state, isActive }: Pick<VpnAccount, "state" | "isActive">): string {
  if (state === "active") {
    return isActive ? t("Active") : t("Expired");
  }
  return state === "suspended" ? t("Suspended") : t("Revoked");
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  new: words("New"),
  changed: words("Changed"),
  same: words("As it is"),
  unmatched: words("Nobody found"),
  conflict: words("Contradictory"),
  wrong: words("Wrong"),
};
