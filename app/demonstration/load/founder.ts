import type { Actor } from "../../base/index.ts";

/** Sets the office up before anybody holds a post in it; the record shows no person behind these acts. */
export const founder: Actor = {
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
