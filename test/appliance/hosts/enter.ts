import { ask } from "./command.ts";
import type { Answer } from "./command.ts";

export interface RunOptions {
  readonly timeoutSeconds?: number;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

const environment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: "/root",
  USER: "root",
  LOGNAME: "root",
  LANG: "C.UTF-8",
  TERM: "dumb",
};

/** The words that lead into a running host; what follows them is run there. */
export function wayInto(leader: number): readonly string[] {
  const target = String(leader);
  return ["nsenter", "-t", target, "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w"];
}

/** Runs a line of shell, or a program with its words, as root inside the host. */
export function enter(
  leader: number,
  command: string | readonly string[],
  options: RunOptions = {},
): Promise<Answer> {
  const seconds = options.timeoutSeconds ?? 60;
  const words = typeof command === "string" ? ["/bin/sh", "-c", command] : command;
  const variables = Object.entries({ ...environment, ...options.env });
  const clean = ["env", "-i", ...variables.map(([name, value]) => `${name}=${value}`)];
  const bounded = ["timeout", "-k", "5", String(seconds), ...words];
  return ask([...wayInto(leader), ...clean, ...bounded], {
    timeoutSeconds: seconds + 15,
    ...(options.input === undefined ? {} : { input: options.input }),
  });
}
