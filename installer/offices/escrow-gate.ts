import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { escrowFile, isEscrowProven } from "../escrow-proven.ts";
import { words, type Words } from "../words.ts";

/**
 * No office comes in before the keys to its papers were proven to come back. True where one does nevertheless, because
 * somebody said so: the record keeps that.
 */
export function refuseUnprovenEscrow(
  despite: boolean,
  warn: (line: Words) => void,
  path: string = escrowFile,
): boolean {
  if (isEscrowProven(path)) {
    return false;
  }
  if (!despite) {
    throw new Halt(exit.notPermittedHere, unproven);
  }
  warn(unproven);
  return true;
}

const unproven = words({
  hi: "कुंजी-निक्षेप अभी सिद्ध नहीं है: पहले secretariat escrow prove चलाएँ।",
  en: "The escrow of the keys is not proven yet: run secretariat escrow prove first.",
});
