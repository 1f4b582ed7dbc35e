/**
 * Run as a program of its own with the application's settings, so that contents are opened by the very code and keys
 * that serve them. Reads what to look at from standard input, answers with one line of JSON.
 */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { closeDatabase, readStored, rows, storedSize } from "../../app/base/index.ts";
import { contentReferences } from "../../app/base/encryption/shred.ts";
import { asTask } from "../../app/base/standpoint.ts";
import "../../app/modules.ts";
import type { ContentReport } from "./content-report.ts";

const Wish = z.object({
  /** How many are opened and hashed, by chance. */
  sample: z.number().int().nonnegative(),
  /** And all that came in since. */
  since: z.iso.datetime().nullable(),
});

async function check({ sample, since }: z.output<typeof Wish>): Promise<ContentReport> {
  const named = await namedContents();
  const missing: string[] = [];
  for (const sha256 of named) {
    if (!(await isThere(sha256))) {
      missing.push(sha256);
    }
  }
  const there = named.filter((sha256) => !missing.includes(sha256));
  const chosen = new Set([...chosenByChance(there, sample), ...(await newSince(since, there))]);
  const wrong: string[] = [];
  for (const sha256 of chosen) {
    if (!(await isWhole(sha256))) {
      wrong.push(sha256);
    }
  }
  return { named: named.length, hashed: chosen.size, missing, wrong };
}

async function namedContents(): Promise<string[]> {
  const parts = contentReferences().map(
    ({ table, column }) => `select ${column} as sha256 from ${table} where ${column} is not null`,
  );
  const found = await rows<{ sha256: string }>(`${parts.join(" union ")} order by 1`);
  return found.map(({ sha256 }) => sha256).filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
}

async function newSince(since: string | null, there: readonly string[]): Promise<string[]> {
  if (since === null) {
    return [];
  }
  const found = await rows<{ sha256: string }>(
    "select distinct sha256 from documents where created_at >= $since",
    { since: new Date(since) },
  );
  const known = new Set(there);
  return found.map(({ sha256 }) => sha256).filter((sha256) => known.has(sha256));
}

function chosenByChance(from: readonly string[], count: number): string[] {
  return from
    .map((sha256) => ({ sha256, chance: Math.random() }))
    .toSorted((one, other) => one.chance - other.chance)
    .slice(0, count)
    .map(({ sha256 }) => sha256);
}

async function isThere(sha256: string): Promise<boolean> {
  return storedSize(sha256).then(
    () => true,
    () => false,
  );
}

async function isWhole(sha256: string): Promise<boolean> {
  const hash = createHash("sha256");
  return pipeline(readStored(sha256), hash).then(
    () => hash.digest("hex") === sha256,
    () => false,
  );
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

if (import.meta.main) {
  const wish = Wish.parse(JSON.parse(await readInput()));
  try {
    const report = await asTask("verify", () => check(wish));
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await closeDatabase();
  }
}
