import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { places } from "../places.ts";
import { keepBeside, papersOf } from "./keep-beside.ts";

const passed = "sign-off";

interface Checked {
  readonly lgd: string;
  readonly at: Date;
  readonly isGood: boolean;
}

/** One sheet for each check, by its day and time; the last may be printed and signed. */
export function keepSheet({ lgd, at, isGood }: Checked, sheet: Buffer): Promise<string> {
  return keepBeside(papersOf(lgd), `${isGood ? passed : "failed"}-${stampOf(at)}.pdf`, sheet);
}

const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

interface Kept {
  readonly papers: string;
  /** The office file, as it was laid last. */
  readonly file: string;
}

/** The sheet of the last check, where the office passed it as its file says it today. */
export async function lastSheet(
  lgd: string,
  { papers, file }: Kept = { papers: papersOf(lgd), file: join(places.offices, `${lgd}.yml`) },
): Promise<string | undefined> {
  const found = await readdir(papers).catch(() => []);
  const [, kind, stamp = ""] = found.map(partsOf).toSorted(byStamp).at(-1) ?? [];
  const laid = await stat(file).then(
    ({ mtime }) => stampOf(mtime),
    () => "",
  );
  return kind === passed && stamp >= laid ? join(papers, `${kind}-${stamp}.pdf`) : undefined;
}

const partsOf = (name: string) => /^(sign-off|failed)-(\d{8}T\d{6})\.pdf$/.exec(name) ?? [];

const byStamp = ([, , one = ""]: readonly string[], [, , other = ""]: readonly string[]): number =>
  one.localeCompare(other);
