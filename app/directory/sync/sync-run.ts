import { v7 as newId } from "uuid";
import {
  insert,
  now,
  record,
  row,
  rows,
  type Actor,
  type BilingualName,
} from "../../base/index.ts";
import type { DifferenceKind } from "./difference.ts";

export type SyncOutcome = "read" | "failed" | "held" | "taken-over";

/** One reading of the directory, and what came of it. */
export interface SyncRun {
  readonly id: string;
  readonly at: Date;
  readonly finishedAt: Date;
  readonly server: string | null;
  readonly people: number;
  /** What was left to decide afterwards. */
  readonly counts: Readonly<Partial<Record<DifferenceKind, number>>>;
  readonly outcome: SyncOutcome;
  readonly applied: number;
  readonly by: BilingualName | null;
}

export type NewRun = Pick<SyncRun, "at" | "server" | "people" | "counts" | "outcome" | "applied">;

/** Keeps a run; it is an event where somebody was changed or somebody asked for it. */
export async function writeRun(actor: Actor, run: NewRun): Promise<string> {
  const id = newId();
  const byPostId = actor.postId || null;
  await insert("directory_syncs", { ...run, id, finishedAt: now(), byPostId });
  if (byPostId !== null || run.applied > 0 || run.outcome === "held") {
    await record(actor, "directory.synchronised", {
      subject: { type: "directory-sync", id },
      detail: { outcome: run.outcome, people: run.people, applied: run.applied, ...run.counts },
    });
  }
  return id;
}

/** One at a time may compare and change. */
export async function lockSync(): Promise<void> {
  await row("select pg_advisory_xact_lock(hashtextextended('directory.sync', 0))::text as locked");
}

export function lastRuns(limit = 20): Promise<SyncRun[]> {
  return rows<SyncRun>(
    `select s.id, s.at, s.finished_at as "finishedAt", s.server, s.people, s.counts, s.outcome, s.applied,
       case when p.id is not null then
         json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end as by
     from directory_syncs s left join posts p on p.id = s.by_post_id
     order by s.at desc, s.id desc limit $limit`,
    { limit },
  );
}
