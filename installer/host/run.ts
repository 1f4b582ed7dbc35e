import { spawn, type ChildProcess } from "node:child_process";

export interface RunOptions {
  /** What the program reads on standard input: the place for anything that nobody else may see. */
  readonly input?: string | Buffer;
  /** The operating system's user it runs as. */
  readonly user?: string;
  readonly timeoutSeconds?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Told each line as it comes, for long work. */
  readonly onLine?: (line: string) => void;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A program that was needed ended badly; what it last said is in the message. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  readonly command: readonly string[];
  readonly code: number;

  constructor(command: readonly string[], ran: Ran) {
    super(`${command.slice(0, 4).join(" ")} ended with ${ran.code}\n${lastLines(ran)}`);
    this.command = command;
    this.code = ran.code;
  }
}

const tooLate = 124;
const notFound = 127;
const plainEnvironment = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LANG: "C.UTF-8",
  DEBIAN_FRONTEND: "noninteractive",
};

/** Runs a program, never through a shell, and answers with what it said. It is ended when it takes too long. */
export function capture(command: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = "", ...rest] = asUser(command, options.user);
  const child = spawn(program, rest, {
    cwd: options.folder ?? "/",
    env: { ...plainEnvironment, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true, // a group of its own, so that its children end with it
  });
  return untilEnded(child, options);
}

/** Runs a program that must succeed and answers with its standard output. */
export async function mustRun(
  command: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const ran = await capture(command, options);
  if (ran.code !== 0) {
    throw new CommandFailed(command, ran);
  }
  return ran.output;
}

function asUser(command: readonly string[], user: string | undefined): readonly string[] {
  const become = ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--init-groups", "--"];
  return user === undefined || user === "root" ? command : [...become, ...command];
}

function untilEnded(child: ChildProcess, options: RunOptions): Promise<Ran> {
  const said = { output: "", errors: "" };
  const heard = (key: keyof typeof said) => (text: string) => {
    said[key] += text;
    text
      .split("\n")
      .filter(Boolean)
      .forEach((line) => options.onLine?.(line));
  };
  child.stdout?.setEncoding("utf8").on("data", heard("output"));
  child.stderr?.setEncoding("utf8").on("data", heard("errors"));
  child.stdin?.on("error", () => undefined); // it may end without reading all
  child.stdin?.end(options.input ?? "");
  return new Promise((resolve) => {
    const limit = options.timeoutSeconds ?? 120;
    const timer = setTimeout(() => {
      endGroup(child);
      said.errors += `\nIt did not end within ${limit} seconds`;
      resolve({ code: tooLate, ...said });
    }, limit * 1000);
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve({ code: notFound, output: said.output, errors: error.message });
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, ...said });
    });
  });
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) {
      process.kill(-child.pid, "SIGKILL");
    }
  } catch {
    // it ended by itself in the meantime
  }
}

function lastLines({ output, errors }: Ran): string {
  return `${output}\n${errors}`.split("\n").filter(Boolean).slice(-12).join("\n");
}
