import { spawn } from "node:child_process";

export interface Answer {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface CommandOptions {
  readonly timeoutSeconds?: number;
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program of this machine to its end, or ends it when its time is over; code 124 says that it was. */
export function ask(command: readonly string[], options: CommandOptions = {}): Promise<Answer> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, { stdio: "pipe", env: { ...process.env, ...options.env } });
  const told = { output: "", errors: "" };
  let isLate = false;
  const limit = (options.timeoutSeconds ?? 60) * 1000;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, limit);
  child.stdout.setEncoding("utf8").on("data", (part: string) => (told.output += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (told.errors += part));
  child.stdin.on("error", () => undefined); // it may end before it has read what we give
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code: isLate ? 124 : (code ?? 137), ...told });
    });
  });
}

/** Runs a program that has to succeed and answers with what it printed. */
export async function must(
  command: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const answer = await ask(command, options);
  if (answer.code !== 0) {
    throw new Error(`${command.join(" ")}: ended with ${answer.code}\n${lastOf(answer)}`);
  }
  return answer.output;
}

function lastOf({ output, errors }: Answer): string {
  return `${output}\n${errors}`.trim().split("\n").slice(-30).join("\n");
}
