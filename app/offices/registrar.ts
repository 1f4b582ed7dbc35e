import type { Actor } from "../base/index.ts";

/** Who acts when the server's own command line brings an office in: no person, no address, the right to administer. */
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
