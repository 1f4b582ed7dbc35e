import { definePolicy, hasRole } from "../base/index.ts";

/** Where one may come in from, and who was given a tunnel, is for administrators. */
export const networkPolicy = definePolicy({
  administer: (actor, _networks: string) => hasRole("administrator")(actor),
});

/** The networks as a whole, as events name them. */
export const everyNetwork = "00000000-0000-7000-8000-000000000002";
