import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Source {
  /** From the root, with forward slashes: `app/movement/index.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below a folder. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
