/**
 * INVARIANTS
 * 1. Nothing is restored under a running Postgres, and nothing over data that is there: a fresh folder is filled,
 *    tried out on a socket of its own, and takes the old one's place only when it has proven itself.
 * 2. The old folder is kept until the administrator removes it.
 */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import { differences } from "../manifest/refuse-hollow.ts";
import type { BackupPlaces } from "../places.ts";
import { giveTo, isLive } from "../postgres/scratch-cluster.ts";
import { bringDocuments } from "./bring-documents.ts";
import type { Wish } from "./choose.ts";
import { fillFresh, removeUnfinished } from "./fill-fresh.ts";
import { findHead } from "./find-head.ts";
import { planRestore, type RestorePlan } from "./plan.ts";
import { noteRestore, type RestoreNote } from "./restore-note.ts";

export class RestoreRefused extends Error {
  readonly reason: "live" | "nothing" | "gap";

  constructor(reason: RestoreRefused["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface RunOptions {
  readonly wish: Wish;
  /** Goes on though WAL is missing: what comes after the gap is lost. */
  readonly acceptGap?: boolean;
  /** Told what happens, and what did not go as wished. */
  readonly say?: (line: string) => void;
}

/** Puts the office back to what was asked for and leaves it waiting for a review. */
export async function runRestore(places: BackupPlaces, options: RunOptions): Promise<RestoreNote> {
  const { wish, say = () => undefined } = options;
  const plan = await planRestore(places, wish);
  refuse(plan, options);
  await removeUnfinished(places.postgres.data);
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const fresh = `${places.postgres.data}.restored-${stamp}`;
  const { set, found, orders, skipped } = await fillFresh(places, { plan, fresh, say });
  const until = wish.kind === "time" ? wish.at : undefined;
  const { head, lost } = await findHead(places, { seals: found.seals, until });
  await refuseStarted(places, fresh);
  const before = existsSync(places.postgres.data)
    ? `${places.postgres.data}.before-${stamp}`
    : null;
  const note: RestoreNote = {
    state: "review",
    at: new Date().toISOString(),
    wish: describeWish(wish),
    label: set.label,
    skipped,
    before,
    rows: { ...found.rows },
    seals: found.seals,
    lostSeals: lost,
    ordersMended: orders,
    isBeforePoint: plan.isBeforePoint,
    differences: plan.manifest ? differences(plan.manifest, found) : [],
    documents: { brought: 0, kept: 0 },
  };
  await noteRestore(places, note); // first: once it stands in its place the office only opens for reading
  await swap(places, fresh, before);
  if (head) {
    await putHead(places, JSON.stringify(head));
  }
  const documents = await bringDocuments(places, plan.manifest, until);
  const whole = { ...note, documents };
  await noteRestore(places, whole);
  return whole;
}

function refuse(plan: RestorePlan, { acceptGap }: RunOptions): void {
  if (plan.isLive) {
    throw new RestoreRefused("live", "Postgres runs on the data that would be replaced");
  }
  if (plan.candidates.length === 0) {
    throw new RestoreRefused("nothing", "No backup reaches what was asked for");
  }
  const [gap] = plan.gaps;
  if (gap && !acceptGap) {
    throw new RestoreRefused("gap", `${gap.missing} segments are missing after ${gap.after}`);
  }
}

/** Hours lie between the plan and this: somebody may have started the office again. */
export async function refuseStarted(
  { postgres }: Pick<BackupPlaces, "postgres">,
  fresh: string,
): Promise<void> {
  if (await isLive(postgres.data)) {
    await rm(fresh, { recursive: true, force: true });
    throw new RestoreRefused("live", "Postgres was started while the backup was brought back");
  }
}

async function swap(
  { postgres }: BackupPlaces,
  fresh: string,
  before: string | null,
): Promise<void> {
  if (before !== null) {
    await rename(postgres.data, before);
  }
  await rename(fresh, postgres.data);
}

async function putHead(places: BackupPlaces, text: string): Promise<void> {
  const path = join(places.keys, "head.json");
  await writeWhole(path, text, mine(0o600));
  await giveTo(places.application.user, path);
}

/** As the note of a restore tells it. */
export function describeWish(wish: Wish): string {
  switch (wish.kind) {
    case "latest":
      return "latest";
    case "time":
      return wish.at.toISOString();
    case "set":
    case "point":
      return wish.name;
    case "lsn":
      return wish.lsn;
  }
}
