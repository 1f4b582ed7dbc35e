import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { isShare } from "../../../../backups/escrow/shares.ts";
import { words } from "../../../words.ts";

/** Shares come by standard input or a file: an argument would stand in the list of processes for all to read. */
export async function readShares(file?: string): Promise<string[]> {
  const lines = (file === undefined ? await typed() : await readFile(file, "utf8")).split("\n");
  return lines.map((line) => line.trim()).filter(isShare);
}

function typed(): Promise<string> {
  if (process.stdin.isTTY) {
    process.stderr.write(`${prompt}\n`);
  }
  return readAll(process.stdin);
}

const prompt = "एक पंक्ति में एक अंश लिखें, अंत में Ctrl-D · One share a line, then Ctrl-D: escrow-1-…";

export const sharesRefused = words({
  hi: "ये अंश निक्षेप को नहीं खोलते: कम हैं, या उनमें से कोई गलत है।",
  en: "These shares do not open the escrow: they are too few, or one of them is wrong.",
});
