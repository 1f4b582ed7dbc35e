import { spawn } from "node:child_process";
import { Advice } from "./step.mjs";

const linesShown = 25;

/**
 * Runs a program without showing its output, unless it fails: then the last lines and the advice.
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice: string }} options
 * @returns {Promise<void>}
 */
export async function runQuietly(command, { cwd, env, advice }) {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, { cwd, env, stdio: ["inherit", "pipe", "pipe"] });
  let output = "";
  const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", resolve);
  });
  if (code !== 0) {
    const last = output.trim().split("\n").slice(-linesShown).join("\n    ");
    throw new Advice(`${command.join(" ")} failed (${code}):\n    ${last}\n\n  ${advice}`);
  }
}
