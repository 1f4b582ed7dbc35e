import type { Actor } from "../../base/index.ts";

/** Sets the office up before anybody holds a post in it; the record shows no person behind these acts. */
export const founder: Actor = {
  accountId: null,
  employeeId: null,
  postId: "",
  unitId: "00000000-0000-0000-0000-000000000000",
  charge: "substantive",
  onBehalfOfId: null,
  roles: new Set(["administrator"]),
  permissions: new Set(["add-heads"]),
  coveredUnitIds: [],
  sessionId: null,
  address: null,
  requestId: null,
};
