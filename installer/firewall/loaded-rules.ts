import { createHash } from "node:crypto";
import { capture } from "../host/index.ts";

/** What the kernel holds of our table: its mark, nothing, or that whoever asks may not look. */
export type Loaded = { readonly mark: string } | "absent" | "hidden";

export async function loadedRules(): Promise<Loaded> {
  const asked = await capture(["nft", "-j", "list", "table", "inet", "secretariat"]);
  if (asked.code === 0) {
    return { mark: markOf(asked.output) };
  }
  return /not (?:permitted|supported)/.test(asked.errors) ? "hidden" : "absent";
}

/** The same for the same rules: what the kernel numbers and counts by itself, and the order of a set, is left out. */
export function markOf(listing: string): string {
  const { nftables } = JSON.parse(listing, withoutRunning) as { readonly nftables: object };
  return createHash("sha256").update(JSON.stringify(nftables)).digest("hex");
}

const running = new Set(["metainfo", "handle", "packets", "bytes"]);

function withoutRunning(key: string, value: unknown): unknown {
  if (running.has(key)) {
    return undefined;
  }
  return key === "elem" && Array.isArray(value) ? value.toSorted(byText) : value;
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one).localeCompare(JSON.stringify(other));
}
