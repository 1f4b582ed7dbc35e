import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { holdLock } from "../../installer/command/lock.ts";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";

/** An order of a court or of the government that a set must not expire. */
const Hold = z.object({
  /** Name of the set, or `all`: nothing expires while it stands. */
  set: z.string(),
  order: z.string(),
  heldAt: z.iso.datetime(),
});

export type Hold = z.output<typeof Hold>;

const file = (state: string): string => join(state, "holds.json");

export async function readHolds(state: string): Promise<Hold[]> {
  const path = file(state);
  return existsSync(path) ? z.array(Hold).parse(JSON.parse(await readFile(path, "utf8"))) : [];
}

export function holdSet(state: string, set: string, order: string): Promise<void> {
  return alone(state, async () => {
    const others = (await readHolds(state)).filter(
      (hold) => hold.set !== set || hold.order !== order,
    );
    await write(state, [...others, { set, order, heldAt: new Date().toISOString() }]);
  });
}

/** Lifts what this order held; another order may hold the same set still. False where it held nothing. */
export function liftHold(state: string, set: string, order: string): Promise<boolean> {
  return alone(state, async () => {
    const holds = await readHolds(state);
    const left = holds.filter((hold) => hold.set !== set || hold.order !== order);
    await write(state, left);
    return left.length < holds.length;
  });
}

/** Of two orders at once the later one is refused: written at the same moment, one would be lost. */
function alone<T>(state: string, work: () => Promise<T>): Promise<T> {
  return holdLock("backup hold", work, join(state, "holds.lock"));
}

async function write(state: string, holds: readonly Hold[]): Promise<void> {
  await writeWhole(file(state), `${JSON.stringify(holds, null, 2)}\n`, mine(0o600));
}
