import { v5 as derivedId } from "uuid";
import { row, rows, transaction } from "./database.ts";
import { record } from "./events.ts";
import { declaredJobs } from "./jobs.ts";
import { nobody } from "./policy.ts";

/** Deliveries to one listener that were given up and wait for a person. */
export interface Parked {
  readonly job: string;
  readonly count: number;
  /** When the first of the events happened. */
  readonly since: Date;
  /** This release listens by that name; to another it would be given in vain. */
  readonly isKnown: boolean;
}

export async function listParked(): Promise<readonly Parked[]> {
  const known = new Set(declaredJobs().listeners);
  const found = await rows<Omit<Parked, "isKnown">>(
    `select d.job, count(*)::int as count, min(e.at) as since
     from deliveries d join events e on e.id = d.event_id
     where d.due_at = 'infinity' group by d.job order by d.job`,
  );
  return found.map((parked) => ({ ...parked, isKnown: known.has(parked.job) }));
}

/** Tries what was given up anew, as if for the first time: of one listener, or of all that this release knows. */
export function retryParked(only?: string): Promise<number> {
  return transaction(async () => {
    const wanted = (await listParked()).filter(
      ({ job, isKnown }) => isKnown && (only === undefined || job === only),
    );
    let count = 0;
    for (const { job } of wanted) {
      const tried = (await row<{ count: number }>(tryAnew, { job }))?.count ?? 0;
      const subject = { type: "listener", id: derivedId(job, derivedId.URL) };
      await record(nobody, "service.deliveries-retried", {
        subject,
        detail: { job, count: tried },
      });
      count += tried;
    }
    return count;
  });
}

const tryAnew = `
  with tried as (
    update deliveries set due_at = clock_timestamp(), attempts = 0
    where due_at = 'infinity' and job = $job returning 1)
  select count(*)::int as count from tried`;
