import { createHash } from "node:crypto";
import { mkdir, open, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { inOurDatabase, type Database } from "../database/index.ts";

interface Wish {
  readonly from: string;
  readonly until: string;
  readonly folder: string;
}

export interface Exported {
  readonly rows: number;
  readonly seals: number;
}

const batch = 5_000;

/** Days are Indian days. The seal of an event tells where in the chain it stands, and its hash. */
const events = `
  select e.*, s.sequence as seal from events e left join seals s on s.source = 'events' and s.row_id = e.id
  where e.at >= $1::date::timestamp at time zone 'Asia/Kolkata'
    and e.at < ($2::date + 1)::timestamp at time zone 'Asia/Kolkata' and e.id > $3
  order by e.id limit ${batch}`;
const seals = `
  select sequence, source, row_id, encode(leaf, 'hex') as leaf, encode(chain, 'hex') as chain, sealed_at
  from seals where sequence > $1 order by sequence limit ${batch}`;

/** Writes the record as one JSON object a line, in a folder that only root reads. It holds no subject and no content. */
export async function exportRecord({ from, until, folder }: Wish): Promise<Exported> {
  await mkdir(folder, { mode: 0o700 });
  return inOurDatabase(async (database) => {
    const told = await writeLines(database, join(folder, "events.ndjson"), {
      sql: events,
      before: [from, until],
      start: "00000000-0000-0000-0000-000000000000",
      key: "id",
    });
    const sealed = await writeLines(database, join(folder, "seals.ndjson"), {
      sql: seals,
      before: [],
      start: "0",
      key: "sequence",
    });
    const sums = [`${told.sum}  events.ndjson`, `${sealed.sum}  seals.ndjson`, ""];
    await writeFile(join(folder, "SHA256SUMS"), sums.join("\n"), { mode: 0o600 });
    return { rows: told.count, seals: sealed.count };
  });
}

interface Question {
  readonly sql: string;
  readonly before: readonly string[];
  readonly start: string;
  readonly key: string;
}

async function writeLines({ rows }: Database, path: string, asked: Question) {
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let count = 0;
  let last = asked.start;
  try {
    for (;;) {
      const found = await rows<Readonly<Record<string, string>>>(asked.sql, [
        ...asked.before,
        last,
      ]);
      await writeAll(file, hash, found);
      count += found.length;
      last = found.at(-1)?.[asked.key] ?? last;
      if (found.length < batch) {
        return { count, sum: hash.digest("hex") };
      }
    }
  } finally {
    await file.close();
  }
}

async function writeAll(
  file: FileHandle,
  hash: ReturnType<typeof createHash>,
  found: readonly object[],
): Promise<void> {
  const text = found.map((one) => `${JSON.stringify(one)}\n`).join("");
  hash.update(text);
  await file.write(text);
}
