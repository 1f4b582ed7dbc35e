import { readFileSync } from "node:fs";
import { projectFile } from "../../app/base/index.ts";

/** The commands a runbook tells one to type, in order. */
export function blocksOf(name: string, language: "en" | "hi"): string[] {
  const text = readFileSync(projectFile(`backups/runbooks/${name}.${language}.md`), "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block.trim());
}
