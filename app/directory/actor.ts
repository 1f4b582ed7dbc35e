import type { Actor } from "../base/index.ts";

/** The product itself where it follows the directory: it keeps people in order and reads nothing. */
export const directoryActor: Actor = {
  accountId: null,
  employeeId: null,
  postId: "",
  unitId: "",
  charge: "substantive",
  onBehalfOfId: null,
  roles: new Set(["administrator"]),
  coveredUnitIds: [],
  sessionId: null,
  address: null,
  requestId: null,
};
