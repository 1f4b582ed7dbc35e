import { config } from "./config.ts";
import type { BilingualName } from "./words.ts";

/** The state whose office this is, as people read it. */
export function ownState(): BilingualName {
  const { STATE_NAME_HI: nameHi, STATE_NAME_EN: nameEn } = config();
  return { nameHi, nameEn };
}
