import type { Entry, Machine } from "./machine.ts";

/** Which process holds a file locked for writing, read where the kernel lists them; undefined where none does. */
export async function lockHolder(machine: Machine, path: string): Promise<string | undefined> {
  const [file, locks] = await Promise.all([machine.entry(path), machine.text("/proc/locks")]);
  if (!file) {
    return undefined;
  }
  const of = `${deviceOf(file)}:${file.inode}`;
  return (locks ?? "")
    .split("\n")
    .map(readLock)
    .find((lock) => lock?.of === of)?.process;
}

/** `3: POSIX  ADVISORY  WRITE 812 08:01:131 0 EOF`; whoever only waits has an arrow after the number. */
function readLock(line: string): { readonly process: string; readonly of: string } | undefined {
  const found = /^\d+: \w+ +\w+ +WRITE +(-?\d+) +([\da-f]+:[\da-f]+:\d+) /.exec(line);
  return found?.[1] && found[2] ? { process: found[1], of: found[2] } : undefined;
}

/** A device as the kernel writes it there: major and minor number, in hex. */
function deviceOf({ device }: Entry): string {
  const [major, minor] = [(device >>> 8) & 0xfff, (device & 0xff) | ((device >>> 12) & 0xfff00)];
  return [major, minor].map((part) => part.toString(16).padStart(2, "0")).join(":");
}
