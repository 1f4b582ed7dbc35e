import type { Actor } from "../../base/index.ts";
import type { Whence } from "../sign-in.ts";

/** The actor before it is known who somebody is: no account, no post, no right. */
export function nobodyAt(whence?: Whence): Actor {
  return {
    accountId: null,
    employeeId: null,
    postId: "",
    unitId: "",
    charge: "substantive",
    onBehalfOfId: null,
    roles: new Set(),
    coveredUnitIds: [],
    sessionId: null,
    address: whence?.address ?? null,
    requestId: whence?.requestId ?? null,
  };
}
