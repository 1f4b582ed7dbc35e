import { execute, now, readStored, row } from "../../base/index.ts";
import { scanBytes, scannerVersion, type Verdict } from "./clamd.ts";
import { scans } from "./metrics.ts";
import { scannerPolicy } from "./policy.ts";

export type ScanState = "waiting" | "clean" | "infected" | "held";

export interface ScannedContent {
  readonly scan: ScanState;
  /** The name of what was found, or why nothing could be said. */
  readonly finding: string | null;
}

/** What is known of these bytes; `clean` where no scanner is asked for. */
export async function scanOf(sha256: string): Promise<ScannedContent> {
  const [policy, known] = [await scannerPolicy(), await knownScan(sha256)];
  if (known && (policy === "required" || known.scan === "infected")) {
    return known;
  }
  return { scan: policy === "off" ? "clean" : "waiting", finding: null };
}

function knownScan(sha256: string): Promise<ScannedContent | undefined> {
  return row<ScannedContent>("select scan, finding from scanned_contents where sha256 = $sha256", {
    sha256,
  });
}

/** Has the bytes scanned, once; those that were clean before are not sent again. */
export async function scanContent(sha256: string): Promise<ScannedContent> {
  if ((await scannerPolicy()) === "off") {
    return scanOf(sha256);
  }
  const known = await knownScan(sha256);
  return known && ["clean", "infected"].includes(known.scan) ? known : scanAfresh(sha256);
}

/** What the product drew itself is clean until the scanner says otherwise. */
export async function noteOwn(sha256: string): Promise<void> {
  await execute(
    `insert into scanned_contents (sha256, scan, first_seen_at) values ($sha256, 'clean', $at)
     on conflict (sha256) do nothing`,
    { sha256, at: now() },
  );
}

export async function scanAfresh(sha256: string): Promise<ScannedContent> {
  const verdict = await scanBytes(readStored(sha256));
  const found = contentOf(verdict);
  scans.inc({ outcome: found.scan });
  const version = found.scan === "held" ? null : ((await scannerVersion())?.text ?? null);
  await execute(keep, { sha256, ...found, version, at: now() });
  return found;
}

function contentOf(verdict: Verdict): ScannedContent {
  switch (verdict.kind) {
    case "clean":
      return { scan: "clean", finding: null };
    case "found":
      return { scan: "infected", finding: verdict.signature };
    case "unreachable":
      return { scan: "held", finding: verdict.reason };
    default:
      throw new Error("The scanner has no other verdict");
  }
}

const keep = `
  insert into scanned_contents (sha256, scan, finding, database_version, first_seen_at, tried_at, scanned_at)
  values ($sha256, $scan, $finding, $version, $at, $at, case when $scan = 'held' then null else $at::timestamptz end)
  on conflict (sha256) do update set scan = excluded.scan, finding = excluded.finding,
    database_version = coalesce(excluded.database_version, scanned_contents.database_version),
    tried_at = excluded.tried_at, scanned_at = coalesce(excluded.scanned_at, scanned_contents.scanned_at)`;
