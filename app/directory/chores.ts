import { defineChore, execute, now, row } from "../base/index.ts";
import { directoryActor } from "./actor.ts";
import { directory as directoryHere } from "./settings.ts";
import { synchronise } from "./sync/synchronise.ts";

const quarterOfAnHour = 900;
/** Two workers wake alike, and a worker that is started again wakes at once. */
const tooSoon = 840_000;

defineChore("directory.synchronise", quarterOfAnHour, synchroniseWhenDue);

async function synchroniseWhenDue(): Promise<void> {
  const directory = directoryHere();
  if (directory && !(await wasReadLately())) {
    await synchronise(directoryActor, directory);
    await execute("delete from directory_syncs where at < $before", { before: daysAgo(90) });
  }
}

async function wasReadLately(): Promise<boolean> {
  const since = new Date(now().getTime() - tooSoon);
  return Boolean(
    await row(
      "select 1 as found from directory_syncs where at > $since and outcome in ('read', 'held')",
      {
        since,
      },
    ),
  );
}

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * 86_400_000);
}
