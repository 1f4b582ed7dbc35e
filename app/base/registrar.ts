import type { Actor } from "./policy.ts";

/** Who acts before anybody holds a post, or from the server's own command line: the record shows no person behind it. */
export const registrar: Actor = {
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
