import { z } from "zod";

/** One backup in the repository, as `pgbackrest info --output=json` tells it. */
export interface DatabaseSet {
  readonly label: string;
  readonly type: "full" | "diff" | "incr";
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** The full or differential sets it cannot be restored without. */
  readonly needs: readonly string[];
  readonly startSegment: string;
  readonly stopSegment: string;
  readonly stopLsn: string;
  readonly bytes: number;
  /** Pages were found damaged while it was taken. */
  readonly hasErrors: boolean;
}

export interface Repository {
  readonly isUsable: boolean;
  readonly message: string;
  readonly sets: readonly DatabaseSet[];
}

const Told = z.array(
  z.object({
    name: z.string(),
    status: z.object({ code: z.number(), message: z.string() }),
    repo: z.array(z.object({ status: z.object({ code: z.number(), message: z.string() }) })),
    backup: z.array(
      z.object({
        label: z.string(),
        type: z.enum(["full", "diff", "incr"]),
        error: z.boolean().nullish(),
        reference: z.array(z.string()).nullable(),
        archive: z.object({ start: z.string(), stop: z.string() }),
        lsn: z.object({ start: z.string(), stop: z.string() }),
        info: z.object({ size: z.number() }),
        timestamp: z.object({ start: z.number(), stop: z.number() }),
      }),
    ),
  }),
);

const noBackupsYet = 2;

/** The exit code says nothing: `info` ends with 0 also for a repository nobody can open. */
export function parseInfo(output: string, stanza: string): Repository {
  const told = readTold(output);
  const found = told?.find(({ name }) => name === stanza);
  if (!told) {
    return { isUsable: false, message: unreadable, sets: [] };
  }
  if (!found) {
    return { isUsable: false, message: "the stanza is missing", sets: [] };
  }
  const worst = found.repo.find(({ status }) => ![0, noBackupsYet].includes(status.code));
  return {
    isUsable: worst === undefined && [0, noBackupsYet].includes(found.status.code),
    message: (worst?.status ?? found.status).message.split("\n")[0] ?? "",
    sets: found.backup.map((one) => ({
      label: one.label,
      type: one.type,
      startedAt: new Date(one.timestamp.start * 1000),
      endedAt: new Date(one.timestamp.stop * 1000),
      needs: one.reference ?? [],
      startSegment: one.archive.start,
      stopSegment: one.archive.stop,
      stopLsn: one.lsn.stop,
      bytes: one.info.size,
      hasErrors: one.error === true,
    })),
  };
}

/** Opened with another passphrase, the list is noise, and the answer that quotes it may be no JSON any more. */
const unreadable = "the list of backups cannot be read: damaged, or the passphrase is another one";

function readTold(output: string): z.output<typeof Told> | undefined {
  const start = output.indexOf("[");
  const parsed = Told.safeParse(start < 0 ? undefined : safeJson(output.slice(start)));
  return parsed.success ? parsed.data : undefined;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
