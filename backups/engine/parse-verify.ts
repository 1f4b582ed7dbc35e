export interface DatabaseVerdict {
  readonly isWhole: boolean;
  /** One line for each archive or backup that is not whole, and for each that should have been judged and was not. */
  readonly faults: readonly string[];
}

const archive = /archiveId: ([^,]+), total WAL checked: (\d+), total valid WAL: (\d+)/;
const backup = /backup: ([^,]+), status: (\w[\w ]*), total files checked: (\d+), total valid/;

/**
 * Reads what `pgbackrest verify --output=text --verbose` printed. Its exit code is 0 whatever it found; a
 * repository in which it found nothing to judge is called "ok" by it, and a fault by us.
 */
export function parseVerify(output: string, labels: readonly string[]): DatabaseVerdict {
  const lines = output.split("\n").map((line) => line.trim());
  const judged = new Map(lines.flatMap((line) => entryOf(backup.exec(line))));
  const faults = [
    ...(lines.includes("status: ok") ? [] : ["pgBackRest calls the repository damaged"]),
    ...(lines.some((line) => archive.test(line)) ? [] : ["no archived WAL was judged"]),
    ...lines.flatMap(faultOfArchive),
    ...lines.filter((line) => line.startsWith("No usable")),
    ...labels.filter((label) => !judged.has(label)).map((label) => `${label} was not judged`),
    ...[...judged]
      .filter(([, status]) => status !== "valid")
      .map(([label]) => `${label} is damaged`),
  ];
  return { isWhole: faults.length === 0, faults };
}

function entryOf(found: RegExpExecArray | null): [string, string][] {
  const [, label, status, files] = found ?? [];
  return label && status ? [[label, files === "0" ? "empty" : status]] : [];
}

function faultOfArchive(line: string): string[] {
  const [, id, checked, valid] = archive.exec(line) ?? [];
  return id && checked !== valid ? [`WAL of ${id}: ${valid} of ${checked} segments are whole`] : [];
}
