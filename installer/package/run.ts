import { spawn } from "node:child_process";
import { root } from "../local/places.ts";
import { Advice } from "../local/step.mjs";

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
}

/** Runs a program that must succeed and answers with what it wrote on standard output. */
export function run(command: readonly string[], options: Options = {}): Promise<Buffer> {
  const [program = "", ...rest] = command;
  const env = { ...process.env, ...options.env, LC_ALL: "C.UTF-8" };
  const child = spawn(program, rest, { cwd: options.cwd ?? root, env });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.on("error", () => undefined); // a program that does not read its input is no failure
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.once("error", () => reject(new Advice(`${program} is not installed on this machine.`)));
    child.once("close", (code) => {
      const said = Buffer.concat([...output, ...errors])
        .toString()
        .trim()
        .split("\n")
        .slice(-12);
      if (code === 0) {
        resolve(Buffer.concat(output));
      } else {
        reject(new Advice(`${program} failed (${code}):\n    ${said.join("\n    ")}`));
      }
    });
  });
}
