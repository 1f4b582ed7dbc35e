import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "./paths.ts";

/** Where the build puts what browsers fetch: scripts, styles, fonts, each named by its content. */
export const assetsFolder = projectFile("build/assets");

let manifest: Readonly<Record<string, string>> | undefined;

/** The address of an asset: `main.js` becomes `/assets/main-HASH.js`. */
export function assetPath(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

/** Before the first build the plain names stand, so that pages render in tests without one. */
function readManifest(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(assetsFolder, "manifest.json"), "utf8")) as Record<
      string,
      string
    >;
  } catch {
    return {};
  }
}
