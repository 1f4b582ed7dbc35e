import { definePolicy } from "../base/index.ts";

/** How numbers are written is settled by order; only administrators write it down. */
export const numberingPolicy = definePolicy({
  setTemplate: (actor, _purpose: string) => actor.roles.has("administrator"),
});
