import { resolve } from "node:path";
import { runConfined, type Run } from "../inspection/confine.ts";

export type PopplerTool = "pdfinfo" | "pdftotext" | "pdftoppm";

export interface PopplerArguments {
  readonly path: string;
  readonly before: readonly string[];
  readonly after?: readonly string[];
}

const limits = {
  cpuSeconds: 10,
  memoryBytes: 1024 ** 3,
  outputBytes: 96 * 1024 ** 2,
};

/** Runs a tool over a PDF from outside, in a process of its own with bounded time and memory and no network. */
export function runPoppler(
  tool: PopplerTool,
  { path, before, after = [] }: PopplerArguments,
): Promise<Run> {
  return runConfined([tool, ...before, resolve(path), ...after], limits);
}
