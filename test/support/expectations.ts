import { Refusal, rows } from "../../app/base/index.ts";

/** The code of the refusal a promise ends in; fails when it succeeds or breaks otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return (await refused(work)).code;
}

/** The refusal itself, for its fields and words. */
export async function refused(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
  throw new Error("Expected a refusal, but it was allowed");
}

/** The actions recorded about an item or another subject, oldest first. */
export async function eventsOf(id: string): Promise<string[]> {
  const found = await rows<{ action: string }>(
    "select action from events where item_id = $id or subject_id = $id order by recorded_at, id",
    { id },
  );
  return found.map(({ action }) => action);
}
