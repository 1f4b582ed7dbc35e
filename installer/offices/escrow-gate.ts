import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { places } from "../places.ts";
import { words, type Words } from "../words.ts";

/** No office comes in before the keys to its papers were proven to come back. */
export async function refuseUnprovenEscrow(
  despite: boolean,
  warn: (line: Words) => void,
  path = join(places.installer, "escrow.json"),
): Promise<void> {
  const isProven = await readFile(path, "utf8").then(says, () => false);
  if (!isProven && !despite) {
    throw new Halt(exit.notPermittedHere, unproven);
  }
  if (!isProven) {
    warn(unproven);
  }
}

function says(text: string): boolean {
  const fact = JSON.parse(text) as { proven?: unknown; provenAt?: unknown };
  return fact.proven === true || typeof fact.provenAt === "string";
}

const unproven = words({
  hi: "कुंजी-निक्षेप अभी सिद्ध नहीं है: पहले secretariat escrow prove चलाएँ।",
  en: "The escrow of the keys is not proven yet: run secretariat escrow prove first.",
});
