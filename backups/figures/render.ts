import { readEscrow } from "../escrow/facts.ts";
import { readHolds } from "../keep/holds.ts";
import type { BackupPlaces } from "../places.ts";
import { readCarried } from "../shipping/carried-note.ts";
import { readSecondNote } from "../verify/second-note.ts";
import type { Happened } from "./record.ts";

interface Figure {
  readonly name: string;
  readonly help: string;
  readonly kind?: "counter" | "gauge";
  readonly values: readonly (readonly [labels: string, value: number | undefined])[];
}

/**
 * The text that node-exporter reads. What never happened has no line, and an alert misses it: `BackupMissing` the
 * database and the documents, `SecondHostUnreached` what goes to the second host, `VerifyOld`, `DrillOld` and
 * `SecondReadOld` the weekly proofs. Settings and keys are kept from the moment there is an escrow: `EscrowNotProven`.
 */
export async function renderFigures(
  { state, second }: Pick<BackupPlaces, "state" | "second">,
  happened: Happened,
  more: { readonly lastArchivedAt?: Date | undefined } = {},
): Promise<string> {
  const { lastArchivedAt } = more;
  const [holds, escrow] = [await readHolds(state), await readEscrow(state)];
  const archived = seconds(lastArchivedAt);
  const provenAt = escrow?.provenAt ? seconds(new Date(escrow.provenAt)) : undefined;
  const isNamed = second !== undefined;
  const figures: readonly Figure[] = [
    ...ofRuns(happened, isNamed ? [...here, "second"] : here),
    one("backup_wal_last_archived_timestamp_seconds", archived, "When WAL was last archived."),
    one("backup_second_named", Number(isNamed), "1 when site.yml names a second host."),
    ...(isNamed ? await ofSecond(state, happened) : []),
    one("backup_holds", holds.length, "Orders that keep backups from expiring."),
    one("escrow_proven", Number(provenAt !== undefined), "1 when shares were shown to open it."),
    one("escrow_proven_timestamp_seconds", provenAt, "When that was last shown."),
  ];
  return figures.map(lines).join("");
}

const here = ["database", "documents", "configuration"] as const;

function ofRuns(
  happened: Happened,
  kinds: readonly ((typeof here)[number] | "second")[],
): Figure[] {
  const { verify, drill, staleLocks, failures } = happened;
  const counter = { kind: "counter" } as const;
  return [
    {
      name: "backup_last_success_timestamp_seconds",
      help: "When a backup of this kind last ended well.",
      values: kinds.map((kind) => [`kind="${kind}"`, seconds(happened[kind]?.at)]),
    },
    {
      name: "backup_bytes",
      help: "Size of what was last backed up.",
      values: kinds.map((kind) => [`kind="${kind}"`, happened[kind]?.bytes]),
    },
    ...judgement("backup_verify", "reading the backups back", verify),
    ...judgement("backup_drill", "the drill of the restore", drill),
    one("backup_drill_passed_timestamp_seconds", passedAt(happened), "When a drill last passed."),
    one("backup_drill_rows", drill?.rows, "Rows that the last drill counted."),
    one("backup_drill_contents", drill?.contents, "Documents the last drill compared."),
    { ...one("backup_stale_locks_total", staleLocks, "Locks of dead runs removed."), ...counter },
    { ...one("backup_failures_total", failures, "Runs of any kind that failed."), ...counter },
  ];
}

/** Of a second host that site.yml names no more nothing is told: nobody could make its alerts silent. */
async function ofSecond(state: string, { appendOnly }: Happened): Promise<Figure[]> {
  return [
    one(
      "backup_second_wal_timestamp_seconds",
      seconds(await readCarried({ state })),
      "When the second host last had all of the WAL.",
    ),
    one(
      "backup_second_append_only",
      appendOnly && Number(appendOnly.isProven),
      "1 when the second host refused to delete.",
    ),
    ...judgement("backup_second_read", "reading the second host", await readSecondNote({ state })),
  ];
}

/** A release that did not write it down yet knows of the last drill only. */
function passedAt({ drill, drillPassedAt }: Happened): number | undefined {
  return seconds(drillPassedAt ?? (drill?.isGood ? drill.at : undefined));
}

function one(name: string, value: number | undefined, help: string): Figure {
  return { name, help, values: [["", value]] };
}

function judgement(name: string, what: string, result: Happened["verify"]): Figure[] {
  return [
    one(`${name}_timestamp_seconds`, seconds(result?.at), `When ${what} last ended.`),
    one(`${name}_good`, result && Number(result.isGood), `1 when ${what} found all whole.`),
    one(`${name}_duration_seconds`, result?.seconds, `How long ${what} took.`),
  ];
}

function lines({ name, help, kind = "gauge", values }: Figure): string {
  const known = values.filter(([, value]) => value !== undefined);
  const whole = `secretariat_${name}`;
  const told = known.map(([labels, value]) => `${whole}${labels && `{${labels}}`} ${value}\n`);
  return known.length === 0
    ? ""
    : `# HELP ${whole} ${help}\n# TYPE ${whole} ${kind}\n${told.join("")}`;
}

function seconds(at: Date | undefined): number | undefined {
  return at === undefined ? undefined : Math.floor(at.getTime() / 1000);
}
