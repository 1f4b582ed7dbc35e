import { readFileSync } from "node:fs";
import { join } from "node:path";
import { places } from "./places.ts";

export const escrowFile = join(places.installer, "escrow.json");

/** Whether the officers have shown that their shares open the backups, by what is known of the escrow here. */
export function isEscrowProven(path: string = escrowFile): boolean {
  try {
    return saysProven(readFileSync(path, "utf8"));
  } catch {
    return false;
  }
}

export function saysProven(text: string): boolean {
  return typeof (JSON.parse(text) as { readonly provenAt?: unknown }).provenAt === "string";
}
