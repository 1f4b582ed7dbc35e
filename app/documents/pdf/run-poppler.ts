import { execFile } from "node:child_process";
import { resolve } from "node:path";

export interface PopplerRun {
  /** `undefined` where it was stopped: out of time, out of memory, too much to say. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export type PopplerTool = "pdfinfo" | "pdftotext" | "pdftoppm";

const seconds = 10;
const memoryBytes = 1024 ** 3;
const outputBytes = 96 * 1024 ** 2;

/** Runs a tool over a PDF from outside, in a process of its own with bounded time and memory. */
export function runPoppler(
  tool: PopplerTool,
  { path, before, after = [] }: PopplerArguments,
): Promise<PopplerRun> {
  const limits = [`--as=${memoryBytes}`, `--cpu=${seconds}`, "--core=0"];
  const command = [...limits, "--", tool, ...before, resolve(path), ...after];
  const options = {
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: outputBytes,
    encoding: "buffer",
    env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" },
  } as const;
  return new Promise((settle, reject) => {
    execFile("prlimit", command, options, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (code === "ENOENT" || code === 127) {
        reject(new Error(`Cannot run ${tool}: poppler-utils and util-linux must be installed`));
        return;
      }
      const ended = typeof code === "number" ? code : undefined;
      settle({ code: ended, stdout, stderr: stderr.toString("utf8") });
    });
  });
}

export interface PopplerArguments {
  readonly path: string;
  readonly before: readonly string[];
  readonly after?: readonly string[];
}
