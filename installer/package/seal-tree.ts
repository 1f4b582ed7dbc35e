import { chmodSync, lstatSync, lutimesSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Files that a person or a unit starts by their path. */
const programs = /(^|\/)(bin\/[^/]+|install|[^/]+\.sh)$/;

/** Gives everything in a tree the same modes and the same time wherever it was made. */
export function sealTree(tree: string, date: number): void {
  const all = readdirSync(tree, { recursive: true, encoding: "utf8" });
  for (const path of [...all, "."]) {
    const file = join(tree, path);
    const status = lstatSync(file);
    if (!status.isSymbolicLink()) {
      chmodSync(file, status.isDirectory() || isProgram(path) ? 0o755 : 0o644);
    }
    lutimesSync(file, date, date);
  }
}

function isProgram(path: string): boolean {
  return programs.test(path) && !path.includes("node_modules/");
}

/** The bytes of all files together, in whole kibibytes. */
export function sizeOf(tree: string): number {
  const sizes = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => lstatSync(join(entry.parentPath, entry.name)).size);
  return Math.ceil(sizes.reduce((sum, each) => sum + each, 0) / 1024);
}
