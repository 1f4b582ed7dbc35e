import { statfs } from "node:fs/promises";
import { config } from "../config.ts";
import { execute, row } from "../database.ts";
import { redis } from "../redis.ts";
import { schemaFault } from "../schema-fault.ts";
import { despiteReadOnly } from "../service/held-back.ts";
import { isReadOnly } from "../service/state.ts";
import { withinPatience } from "./patience.ts";

/** What this process cannot do without and lacks just now, each in a few words; none means ready. */
export async function missingParts(): Promise<string[]> {
  const faults = await Promise.all([databaseFault(), redisFault(), roomFault()]);
  return faults.filter((fault) => fault !== undefined);
}

/** A server that only reads, or has no room left, answers a question and refuses the work: so it is written to. */
async function databaseFault(): Promise<string | undefined> {
  try {
    const fault = await withinPatience(schemaFault());
    if (fault !== undefined) {
      return fault;
    }
  } catch {
    return "database unreachable";
  }
  return withinPatience(probe()).then(
    () => undefined,
    () => "database takes no writes",
  );
}

async function probe(): Promise<void> {
  if (isReadOnly()) {
    await row("select 1 as one");
    return;
  }
  const process = `${globalThis.process.argv[2] ?? "process"} ${config().HEALTH_PORT}`;
  await despiteReadOnly(() => execute(statement, { process }));
}

async function redisFault(): Promise<string | undefined> {
  return withinPatience(redis().ping()).then(
    () => undefined,
    () => "redis unreachable",
  );
}

async function roomFault(): Promise<string | undefined> {
  const { DOCUMENTS_FOLDER: folder, LEAST_FREE_BYTES: least } = config();
  return withinPatience(statfs(folder)).then(
    ({ bavail, bsize }) =>
      bavail * bsize < least && !isReadOnly() ? "no room for documents" : undefined,
    () => "folder of documents missing",
  );
}

const statement = `
  insert into write_probes (process, at) values ($process, clock_timestamp())
  on conflict (process) do update set at = excluded.at`;
