import { forPurpose, transaction } from "../base/index.ts";

/** Row security shows the letter of a dispatch also to whoever keeps the registry or register it stands in. */
export function outwardTransaction<T>(work: () => Promise<T>): Promise<T> {
  return forPurpose("outward", () => transaction(work));
}
