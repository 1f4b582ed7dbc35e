import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { node } from "./npm-packages.mjs";
import { prepare } from "./prepare.mjs";
import { explain } from "./step.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Prepares the machine, then runs a TypeScript program under Node 24 and ends as it ends.
 * @param {string} task
 * @param {readonly string[]} command
 */
export async function handOver(task, [program = "", ...rest]) {
  try {
    await prepare(task);
    process.exitCode = await run([join(here, program), ...rest]);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/**
 * The channel tells the program when this process is killed, so that it can stop what it started.
 * @param {readonly string[]} command
 * @returns {Promise<number>}
 */
function run(command) {
  const bin = join(here, "../../node_modules/.bin");
  const PATH = `${dirname(node)}:${bin}:${process.env["PATH"] ?? ""}`;
  const child = spawn(node, command, {
    env: { ...process.env, PATH },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of signals) {
    process.on(signal, () => child.kill("SIGTERM"));
  }
  stopWithNpm(() => child.kill("SIGTERM"));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

/**
 * npm, when it is killed, tells nobody: then our parent is suddenly another.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"]) {
    setInterval(() => process.ppid === parent || stop(), 1_000).unref();
  }
}
