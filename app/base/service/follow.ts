import { setTimeout as pause } from "node:timers/promises";
import { existsSync } from "node:fs";
import { config } from "../config.ts";
import { row, rows } from "../database.ts";
import { log } from "../log.ts";
import { despiteReadOnly } from "./held-back.ts";
import { isReadOnly, setServiceState, type Announcement, type ReadOnly } from "./state.ts";

/** Every process follows within about this long. */
const everyMilliseconds = 1_000;

/** Looks again and again until told to stop; while the database is away, what was known stays known. */
export async function followServiceState(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await readServiceState().catch((error: unknown) =>
      log.debug({ err: error }, "The state of the service could not be read"),
    );
    await pause(everyMilliseconds, undefined, { signal: stopping, ref: false }).catch(
      () => undefined,
    );
  }
}

/** Reads what is switched on and announced now, and keeps it for this process. */
export async function readServiceState(): Promise<void> {
  const was = isReadOnly();
  const [readOnly, announcements] = await despiteReadOnly(() =>
    Promise.all([findReadOnly(), rows<Announcement>(coming)]),
  );
  setServiceState({ readOnly, announcements });
  if (isReadOnly() !== was) {
    log.warn({ readOnly: !was }, was ? "Writing is possible again" : "Open for reading only");
  }
}

async function findReadOnly(): Promise<ReadOnly | undefined> {
  const found = await row<ReadOnly & { readonly isServer: boolean; readonly isSwitched: boolean }>(
    switched,
  );
  const isFile = config().READ_ONLY_FILE !== undefined && existsSync(config().READ_ONLY_FILE ?? "");
  if (!found || (!found.isServer && !found.isSwitched && !isFile)) {
    return undefined;
  }
  const { since, reasonHi, reasonEn } = found;
  return { since, reasonHi, reasonEn };
}

const switched = `
  select s.from_at as since, coalesce(s.reason_hi, '') as "reasonHi",
    coalesce(s.reason_en, '') as "reasonEn", s.id is not null as "isSwitched",
    current_setting('transaction_read_only') = 'on' or pg_is_in_recovery() as "isServer"
  from (select true) as one left join read_only_spells s on s.until_at is null`;

const coming = `
  select id, words_hi as "wordsHi", words_en as "wordsEn", from_at as "fromAt", until_at as "untilAt"
  from announcements where until_at > clock_timestamp() and withdrawn_at is null
  order by from_at limit 5`;
