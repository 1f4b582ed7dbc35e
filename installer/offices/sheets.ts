import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { keepBeside, papersOf } from "./keep-beside.ts";

const passed = "sign-off";

interface Checked {
  readonly lgd: string;
  readonly at: Date;
  readonly isGood: boolean;
}

/** One sheet for each check, by its day and time; the last may be printed and signed. */
export function keepSheet({ lgd, at, isGood }: Checked, sheet: Buffer): Promise<string> {
  const time = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return keepBeside(papersOf(lgd), `${isGood ? passed : "failed"}-${time}.pdf`, sheet);
}

/** The sheet of the last check that an office passed, if it ever did. */
export async function lastSheet(lgd: string): Promise<string | undefined> {
  const names = await readdir(papersOf(lgd)).catch(() => []);
  const name = names
    .filter((one) => one.startsWith(passed))
    .toSorted()
    .at(-1);
  return name && join(papersOf(lgd), name);
}
