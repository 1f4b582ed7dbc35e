import { z } from "zod";

/** One state of a tree of files that can be brought back. */
export interface Snapshot {
  readonly id: string;
  readonly at: Date;
  readonly tags: readonly string[];
  /** What was taken in, by the paths of the machine it was taken on. */
  readonly paths: readonly string[];
}

const Snapshots = z.array(
  z.object({
    id: z.string(),
    time: z.string(),
    tags: z.array(z.string()).nullish(),
    paths: z.array(z.string()).default([]),
  }),
);

const Summary = z.object({
  message_type: z.literal("summary"),
  snapshot_id: z.string(),
  total_files_processed: z.number(),
  total_bytes_processed: z.number(),
  data_added: z.number(),
});

export interface Stored {
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  readonly added: number;
}

/** Oldest first. Undefined where the answer is no list of snapshots. */
export function parseSnapshots(output: string): Snapshot[] | undefined {
  const parsed = Snapshots.nullable().safeParse(lastJson(output));
  return parsed.success
    ? (parsed.data ?? [])
        .map(({ id, time, tags, paths }) => ({ id, at: new Date(time), tags: tags ?? [], paths }))
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    : undefined;
}

export function parseBackup(output: string): Stored | undefined {
  const parsed = Summary.safeParse(lastJson(output));
  return parsed.success
    ? {
        id: parsed.data.snapshot_id,
        files: parsed.data.total_files_processed,
        bytes: parsed.data.total_bytes_processed,
        added: parsed.data.data_added,
      }
    : undefined;
}

const File = z.object({
  struct_type: z.literal("node"),
  type: z.literal("file"),
  path: z.string(),
  size: z.number().default(0),
});

/** The files among the lines of `ls --json`. */
export function parseFiles(output: string): { path: string; bytes: number }[] {
  return output.split("\n").flatMap((line) => {
    const parsed = File.safeParse(readJson(line));
    return parsed.success ? [{ path: parsed.data.path, bytes: parsed.data.size }] : [];
  });
}

const whole = "no errors were found";

/** Of a repository that is read over several weeks: every byte lies in exactly one part. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/**
 * `check` that read all data, or the part that was asked for, ends with this line or the repository is not whole,
 * whatever the exit code.
 */
export function parseCheck(output: string, part?: Part): { isWhole: boolean; faults: string[] } {
  const lines = output.split("\n").map((line) => line.trim());
  const hasRead = lines.some((line) =>
    part
      ? line.startsWith(`read group #${part.number} of `) && line.endsWith(` ${part.of} groups)`)
      : line === "read all data",
  );
  const isWhole = hasRead && lines.includes(whole);
  const told = lines.filter((line) => /error|not match|damaged|Fatal|failed|missing/i.test(line));
  const faults = told.filter((line) => line !== whole);
  return { isWhole, faults: isWhole ? [] : [...faults, ...(hasRead ? [] : ["data was not read"])] };
}

const Lock = z.object({
  time: z.string(),
  hostname: z.string(),
  pid: z.number(),
  exclusive: z.boolean().default(false),
});

export interface RepositoryLock {
  readonly at: Date;
  readonly host: string;
  readonly process: number;
}

export function parseLock(output: string): RepositoryLock | undefined {
  const start = output.indexOf("{");
  const parsed = Lock.safeParse(start < 0 ? undefined : readJson(output.slice(start)));
  return parsed.success
    ? { at: new Date(parsed.data.time), host: parsed.data.hostname, process: parsed.data.pid }
    : undefined;
}

/** The last line that is JSON; the lines before tell of progress and passwords. */
function lastJson(output: string): unknown {
  const lines = output.split("\n").filter((line) => /^[[{n]/.test(line));
  return readJson(lines.at(-1) ?? "");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
