import {
  defineChore,
  log,
  nobody,
  now,
  orderedNumber,
  record,
  row,
  rows,
  transaction,
  words,
} from "../../base/index.ts";
import { notify } from "../../notices/index.ts";
import { scannerVersion } from "./clamd.ts";
import { contentsHeld, scannerUp, signatureAge } from "./metrics.ts";
import { scannerPolicy } from "./policy.ts";
import { scanAfresh } from "./scan-content.ts";

const staleHours = 48;
const atOnce = 50;

/** Asks again about what waits, and about what was clean before the scanner learnt more. */
export async function scanWaiting(): Promise<void> {
  if ((await scannerPolicy()) === "off") {
    return;
  }
  const version = await watchScanner();
  await countHeld();
  if (version === undefined) {
    return;
  }
  for (const { sha256 } of await takeDue(version)) {
    const { finding, scan } = await scanAfresh(sha256);
    if (scan === "infected") {
      await tellOwners(sha256, finding ?? "");
    }
  }
  await countHeld();
}

async function watchScanner(): Promise<string | undefined> {
  const version = await scannerVersion();
  scannerUp.set(version ? 1 : 0);
  if (version?.signaturesAt) {
    const seconds = (now().getTime() - version.signaturesAt.getTime()) / 1000;
    signatureAge.set(seconds);
    if (seconds > staleHours * 3600) {
      log.warn({ hours: Math.round(seconds / 3600) }, "The virus scanner's signatures are old");
    }
  }
  return version?.text;
}

async function countHeld(): Promise<void> {
  const found = await row<{ held: number }>(
    "select count(*) as held from scanned_contents where scan in ('waiting', 'held')",
  );
  contentsHeld.set(found?.held ?? 0);
}

/** What is younger than the parameter `documents.rescan-days` is scanned once more under each new database. */
async function takeDue(version: string): Promise<{ sha256: string }[]> {
  const days = await orderedNumber("documents.rescan-days", 30);
  return rows<{ sha256: string }>(
    `update scanned_contents set tried_at = $at where sha256 in (
       select sha256 from scanned_contents
       where (scan in ('waiting', 'held')
           or (scan = 'clean' and database_version is distinct from $version
             and first_seen_at > $at::timestamptz - make_interval(days => $days::integer)))
         and (tried_at is null or tried_at < $at::timestamptz - interval '50 seconds')
       order by scan = 'clean', tried_at nulls first limit $atOnce for update skip locked)
     returning sha256`,
    { at: now(), version, days: Math.round(days), atOnce },
  );
}

/** Every post that brought these bytes is told; nobody can open them from now on. */
async function tellOwners(sha256: string, signature: string): Promise<void> {
  await transaction(async () => {
    const documents = await rows<{ id: string; name: string; postId: string | null }>(
      `select id, name, created_by_post_id as "postId" from documents where sha256 = $sha256`,
      { sha256 },
    );
    for (const { id, name, postId } of documents) {
      const eventId = await record(nobody, "document.infected", {
        subject: { type: "document", id },
        detail: { sha256, signature },
      });
      if (postId !== null) {
        await notify({
          eventId,
          postId,
          words: words("{name} carries a virus ({signature}). Nobody can open it any more."),
          gaps: { name, signature },
          at: now(),
        });
      }
    }
  });
}

defineChore("documents.scan-waiting", 60, scanWaiting);
