import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { places } from "../places.ts";
import { keepBeside } from "./keep-beside.ts";

const passed = "sign-off";

const folderOf = (lgd: string): string => join(places.installer, "offices", lgd);

interface Checked {
  readonly lgd: string;
  readonly at: Date;
  readonly isGood: boolean;
}

/** One sheet for each check, by its day and time; the last may be printed and signed. */
export function keepSheet({ lgd, at, isGood }: Checked, sheet: Buffer): Promise<string> {
  const time = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return keepBeside(folderOf(lgd), `${isGood ? passed : "failed"}-${time}.pdf`, sheet);
}

/** The sheet of the last check that an office passed, if it ever did. */
export async function lastSheet(lgd: string): Promise<string | undefined> {
  const names = await readdir(folderOf(lgd)).catch(() => []);
  const name = names
    .filter((one) => one.startsWith(passed))
    .toSorted()
    .at(-1);
  return name && join(folderOf(lgd), name);
}
