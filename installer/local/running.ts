import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { end } from "./processes.ts";
import { Advice } from "./step.mjs";
import { onStop } from "./stopping.ts";

/** A process that we started and can stop. */
export interface Running {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Launch {
  readonly command: readonly string[];
  /** What the program is told it is called, when that is not its path. */
  readonly name?: string;
  readonly log: string;
  readonly env: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly cwd?: string;
  readonly stopSignal?: NodeJS.Signals;
}

/** Starts a server with its output in a file, outside our group so that Ctrl-C does not reach it. */
export function launch(options: Launch): Running {
  const { command, name, log, env, user, cwd = "/", stopSignal = "SIGTERM" } = options;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w", 0o600);
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    ...user,
    argv0: name ?? program,
    cwd,
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const server = follow(child, stopSignal);
  onStop(log, server.stop);
  return server;
}

/** Waits until the server says it is ready; if it ends first, shows the last lines of its log. */
export async function untilReady(
  server: Running,
  { name, log, isReady }: { name: string; log: string; isReady: () => Promise<boolean> },
): Promise<void> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  for (const deadline = Date.now() + 60_000; !(await isReady());) {
    if (ended || Date.now() > deadline) {
      await server.stop();
      const what = ended ? "ended while starting" : "was not ready within a minute";
      throw new Advice(`${name} ${what}. The end of ${log}:\n    ${lastLines(log)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function follow(child: ChildProcess, stopSignal: NodeJS.Signals): Running {
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const pid = child.pid ?? 0;
  const stop = async (): Promise<void> => {
    if (pid !== 0 && child.exitCode === null && child.signalCode === null) {
      await end(pid, stopSignal);
      await exited;
    }
  };
  return { pid, exited, stop };
}

function lastLines(log: string): string {
  return readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n    ");
}
