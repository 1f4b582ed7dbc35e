import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { places } from "../places.ts";

export interface LogFile {
  readonly path: string;
  line(text: string): void;
}

/** The whole story of one run, for whoever must find out later what happened. No secret is ever handed to it. */
export function openLog(verb: string, folder = join(places.installer, "logs")): LogFile {
  const path = join(folder, `${stamp(new Date())}-${verb}.log`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    path,
    line: (text) => appendFileSync(path, `${stamp(new Date())} ${text}\n`, { mode: 0o600 }),
  };
}

/** A check leaves nothing behind, not even a log. */
export const noLog: LogFile = { path: "", line: () => undefined };

function stamp(at: Date): string {
  return at.toISOString().replaceAll(":", "").replace(/\.\d+/, "");
}
