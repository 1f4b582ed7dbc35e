import { existsSync } from "node:fs";
import { projectFile } from "../../base/index.ts";
import { runConfined } from "./confine.ts";
import { inTurn } from "./in-turn.ts";
import type { Facts, Failure } from "./finding.ts";

const megabyte = 1024 ** 2;

/** Besides what it may fill, the engine sets 512 MB of addresses aside that it does not use. */
const limits = {
  cpuSeconds: 30,
  memoryBytes: (512 + 512) * megabyte,
  outputBytes: megabyte,
  countsReserved: false,
};

/** Looks into a file in a process of its own, which may read that file and its own program and nothing else. */
export async function runInspector(
  path: string,
  extension: string,
): Promise<Facts | { readonly failure: Failure }> {
  const folder = existsSync(projectFile("build/inputs.sha256")) ? "build/app" : "app";
  const ending = folder === "app" ? "ts" : "js"; // nothing is built yet, or is being built just now
  const command = [
    process.execPath,
    "--permission",
    `--allow-fs-read=${projectFile(folder)}`,
    `--allow-fs-read=${projectFile("node_modules/yauzl")}`,
    `--allow-fs-read=${projectFile("node_modules/pend")}`,
    `--allow-fs-read=${projectFile("package.json")}`,
    `--allow-fs-read=${path}`,
    "--max-old-space-size=256",
    "--v8-pool-size=1",
    "--disable-warning=ExperimentalWarning",
    projectFile(`${folder}/documents/inspection/inspector.${ending}`),
    path,
    extension,
  ];
  const { code, stdout } = await inTurn(() => runConfined(command, limits));
  if (code !== 0) {
    return { failure: "overrun" };
  }
  return JSON.parse(stdout.toString("utf8")) as Facts | { readonly failure: Failure };
}
