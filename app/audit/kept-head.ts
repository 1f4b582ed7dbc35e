import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";

const path = (): string => join(config().KEYS_FOLDER, "head.json");

/** Keeps the newest checkpoint where the owner of the database cannot reach it. */
export function keepHead(checkpoint: Checkpoint): void {
  const temporary = `${path()}.${process.pid}`;
  const text = JSON.stringify({ ...checkpoint, chain: checkpoint.chain.toString("base64") });
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  renameSync(temporary, path());
}

/** The newest checkpoint as it was kept; nothing before the first. */
export function readKeptHead(): Checkpoint | undefined {
  const text = read();
  if (text === undefined) {
    return undefined;
  }
  const kept = JSON.parse(text) as Record<keyof Checkpoint, string>;
  return {
    sequence: Number(kept.sequence),
    chain: Buffer.from(kept.chain, "base64"),
    at: new Date(kept.at),
    signature: kept.signature,
  };
}

function read(): string | undefined {
  try {
    return readFileSync(path(), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}
