import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { projectFile } from "../../app/base/index.ts";
import type { LoadOrder, Measured } from "./load.ts";

/** Runs the load in a process of its own and reads what it measured. */
export async function runLoad(order: LoadOrder): Promise<Measured> {
  const child = spawn(process.execPath, ["--import=tsx", projectFile("test/bench/load.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(order));
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) {
    throw new Error(`The load of ${order.operation} broke off`);
  }
  return JSON.parse(output) as Measured;
}
