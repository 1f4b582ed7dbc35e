import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildFolder, root } from "./places.ts";
import { capture, tool } from "./run-program.ts";
import { Advice } from "./step.mjs";

const builder = join(root, "installer/build.ts");

/** Makes `build/` from the sources. Types are the business of `npm run check`. */
export async function compile(): Promise<void> {
  if (existsSync(builder)) {
    const { build } = (await import(pathToFileURL(builder).href)) as { build: () => Promise<void> };
    await build();
    return;
  }
  const options = ["--noEmit", "false", "--noCheck", "--rootDir", ".", "--outDir", buildFolder];
  const { code, output } = await capture([tool("tsc"), "-p", ".", ...options]);
  if (code !== 0) {
    throw new Advice(`The sources do not compile. Put this right, then try again:\n${output}`);
  }
}
