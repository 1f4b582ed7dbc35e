import { database } from "../../app/base/index.ts";
import { useSandbox } from "../../app/base/database.ts";

/** Everything the work writes is gone afterwards, so that one cell never meets what another did. */
export async function inSandbox<T>(work: () => Promise<T>): Promise<T> {
  const outer = await database().transaction();
  useSandbox(outer);
  try {
    return await work();
  } finally {
    useSandbox(undefined);
    await outer.rollback();
  }
}
