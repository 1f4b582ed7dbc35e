import { now, row, today, type Actor } from "../../base/index.ts";

/** What an account still owes when it comes in: the proof of a factor it has, or setting one up. */
export type OwedFactor = "proof" | "set-up";

/** What somebody owes as this post, whatever his session proved. */
export async function readOwed(actor: Actor): Promise<OwedFactor | null> {
  const found = await row<{ owed: OwedFactor | null }>(
    "select owed_second_factor($accountId, $roles::text[], $unitId::uuid, $day::date) as owed",
    {
      accountId: actor.accountId,
      roles: [...actor.roles],
      unitId: actor.unitId,
      day: today(now()),
    },
  );
  return found?.owed ?? null;
}
