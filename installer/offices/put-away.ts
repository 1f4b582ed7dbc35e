import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { act, syncFolder, writeWhole, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import { closedFolder, papersOf } from "./keep-beside.ts";
import { readOffice } from "./read-office.ts";
import type { OfficeFile } from "./schema.ts";

interface Shelf {
  /** The folder of the offices that work here. */
  readonly offices: string;
  /** The papers about the office that leaves. */
  readonly papers: string;
}

const shelfOf = (lgd: string): Shelf => ({ offices: places.offices, papers: papersOf(lgd) });

/** The file of an office that leaves; of one that left before, as it was put away last. */
export async function readLeaving(
  lgd: string,
  { offices, papers }: Shelf = shelfOf(lgd),
): Promise<OfficeFile> {
  return readOffice(
    lgd,
    isThere(lgd, offices) ? offices : ((await lastFolder(papers, lgd)) ?? offices),
  );
}

/** Whether its file is still read: the last that leaving takes away. */
export const isThere = (lgd: string, offices: string = places.offices): boolean =>
  existsSync(join(offices, `${lgd}.yml`));

/**
 * Takes the file and the master of an office that left out of the folder that is read, or the watch would go on asking
 * after it. They may be evidence, so they are kept; answers in which folder, where something was moved.
 */
export async function putAway(
  host: Host,
  { lgd, employees }: Pick<OfficeFile, "lgd" | "employees">,
  { offices, papers }: Shelf = shelfOf(lgd),
): Promise<string | undefined> {
  const folder = join(papers, `left-${new Date().toISOString().slice(0, 10)}`);
  const file = `${lgd}.yml`; // the last to go: a run that broke off finds the rest by it
  const names = employees === undefined ? [file] : [employees, file];
  const there = names.filter((name) => existsSync(join(offices, name)));
  for (const name of there) {
    const [from, to] = [join(offices, name), join(folder, name)];
    await act(host, `file ${from} to ${to}`, () => move(from, to));
  }
  return there.length > 0 ? folder : undefined;
}

/** From one file system to another too; mode and owner stay. */
async function move(from: string, to: string): Promise<void> {
  await closedFolder(dirname(dirname(to)));
  await closedFolder(dirname(to));
  const { mode, uid, gid } = await stat(from);
  await writeWhole(to, await readFile(from), { mode: mode & 0o7777, uid, gid });
  await rm(from);
  await syncFolder(dirname(from));
}

async function lastFolder(papers: string, lgd: string): Promise<string | undefined> {
  const names = await readdir(papers).catch(() => []);
  return names
    .filter((name) => name.startsWith("left-"))
    .map((name) => join(papers, name))
    .filter((folder) => existsSync(join(folder, `${lgd}.yml`)))
    .toSorted()
    .at(-1);
}
