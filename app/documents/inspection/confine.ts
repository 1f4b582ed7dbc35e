import { execFile } from "node:child_process";

/** What a program may use while it looks into a file that a stranger made. */
export interface Limits {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  readonly outputBytes: number;
  /** Engines reserve addresses that they do not use; those count by what is written instead. */
  readonly countsReserved?: boolean;
}

export interface Run {
  /** `undefined` where it was stopped: out of time, out of memory, too much to say. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a program without network, without new rights, within its limits, and kills it when it overruns them. */
export async function runConfined(command: readonly string[], limits: Limits): Promise<Run> {
  const memory = limits.countsReserved === false ? "--data" : "--as";
  const bounded = [
    ...(await walls()),
    "prlimit",
    `${memory}=${limits.memoryBytes}`,
    `--cpu=${limits.cpuSeconds}`,
    "--core=0",
    "--fsize=0",
    "--nofile=64",
    "--",
    ...command,
  ];
  const [program = "", ...rest] = bounded;
  const options = {
    timeout: limits.cpuSeconds * 1500,
    killSignal: "SIGKILL",
    maxBuffer: limits.outputBytes,
    encoding: "buffer",
    env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" },
  } as const;
  return new Promise((settle, reject) => {
    execFile(program, rest, options, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (code === "ENOENT" || code === 127) {
        reject(
          new Error(`Cannot run ${command[0]}: poppler-utils and util-linux must be installed`),
        );
        return;
      }
      const ended = typeof code === "number" && code < 128 ? code : undefined;
      settle({ code: ended, stdout, stderr: stderr.toString("utf8") });
    });
  });
}

let known: Promise<readonly string[]> | undefined;

/** What this machine lets us put around a program; each is tried once. Where none works the limits still hold. */
function walls(): Promise<readonly string[]> {
  known ??= firstThatRuns([
    ["setpriv", "--no-new-privs", "--", "unshare", "--net", "--ipc", "--"],
    [
      "setpriv",
      "--no-new-privs",
      "--",
      "unshare",
      "--user",
      "--map-current-user",
      "--net",
      "--ipc",
      "--",
    ],
    // Our own systemd unit forbids new rights by itself and leaves no `capset`, without which setpriv does not start.
    ["unshare", "--user", "--map-current-user", "--net", "--"],
    ["setpriv", "--no-new-privs", "--"],
  ]);
  return known;
}

async function firstThatRuns(
  candidates: readonly (readonly string[])[],
): Promise<readonly string[]> {
  for (const candidate of candidates) {
    const [program = "", ...rest] = candidate;
    const works = await new Promise((settle) => {
      execFile(program, [...rest, "true"], { timeout: 5_000 }, (error) => settle(error === null));
    });
    if (works) {
      return candidate;
    }
  }
  return [];
}
