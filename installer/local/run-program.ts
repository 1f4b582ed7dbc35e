import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./places.ts";
import { onStop } from "./stopping.ts";

interface Options {
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Progress of a step goes to standard error, results to standard output. */
  readonly output?: "progress" | "result";
}

/** Runs a program in the project, showing what it prints, and answers with its exit code. */
export function runProgram(command: readonly string[], options: Options = {}): Promise<number> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", options.output === "progress" ? 2 : "inherit", "inherit"],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
  onStop(`program ${child.pid}`, async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await ended;
    }
  });
  return ended;
}

/** Runs a program and answers with its exit code and everything it printed. */
export function capture(command: readonly string[]): Promise<{ code: number; output: string }> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A program that an npm package brings. */
export function tool(name: string): string {
  return join(root, "node_modules/.bin", name);
}
