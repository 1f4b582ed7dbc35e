import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`, whether we run from `app/` or from the compiled `build/`. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A file of the project by its path from the root. */
export function projectFile(path: string): string {
  return join(projectRoot, path);
}

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}
