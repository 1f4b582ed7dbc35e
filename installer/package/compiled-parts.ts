import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What only makes releases or runs on a developer's machine; kept where something in the release imports it. */
const forMakers =
  /^(installer\/(build\.js|local\/|package\/|supply\/|secrets-scan\/|bundle\/)|test\/)/;

/** Started by a path, not imported. */
const entries = ["installer/bundle/check-bundle.js"];

/** Removes from a compiled tree what no part of the release reaches. */
export function keepReachable(build: string): void {
  const all = scriptsIn(build);
  const roots = all.filter((path) => !forMakers.test(path) || entries.includes(path));
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!reached.has(path)) {
      reached.add(path);
      waiting.push(...importedBy(build, path));
    }
  }
  for (const path of all.filter((each) => !reached.has(each))) {
    rmSync(join(build, path));
  }
  removeEmptyFolders(build);
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      removeEmptyFolders(join(folder, entry.name));
    }
  }
  if (readdirSync(folder).length === 0) {
    rmdirSync(folder);
  }
}

/** Every import of a compiled script, by its written name. */
export function importsOf(text: string): readonly string[] {
  const statements = /^(?:import|export)\b[^;]*?["']([^"'\n]+)["'](?: with [^;]*)?;/gm;
  const calls = /\bimport\(\s*["']([\w@./:-]+)["']\s*\)/g;
  const found = [statements, calls].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found
    .filter(([whole]) => /\bfrom\s*["']|^import\s*[("']|^import\(/.test(whole))
    .map(([, name]) => name ?? "");
}

export function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.m?js$/.test(path) && !path.startsWith("assets/"))
    .toSorted();
}

function importedBy(build: string, path: string): readonly string[] {
  return importsOf(readFileSync(join(build, path), "utf8"))
    .filter((name) => name.startsWith("."))
    .map((name) => relative(build, join(build, dirname(path), name)))
    .filter((name) => existsSync(join(build, name)));
}
