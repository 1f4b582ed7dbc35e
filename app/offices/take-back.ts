import { transaction } from "../base/index.ts";

class TakenBack extends Error {}

/** Does the work in a transaction of its own and takes all of it back at the end. */
export async function takenBack<T>(work: () => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  try {
    await transaction(async () => {
      result = { value: await work() };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack) || !result) {
      throw error;
    }
  }
  if (!result) {
    throw new Error("The work was not done");
  }
  return result.value;
}
