import { join } from "node:path";
import { buildAlone } from "./build-alone.ts";
import { startOwnServices } from "./own-services.ts";
import { varFolder } from "./places.ts";
import { recall, remember } from "./processes.ts";
import { runProgram } from "./run-program.ts";
import { Advice, step } from "./step.mjs";

const folder = join(varFolder, "bench");
const note = join(varFolder, "bench.process");

/** Measures the product on servers of its own that write to disk as in production; the data is kept. */
export async function bench(args: readonly string[]): Promise<number> {
  if (recall(note) !== undefined) {
    throw new Advice("A bench already runs in this checkout. Wait until it has ended.");
  }
  await buildAlone();
  const environment = await step("Postgres and Redis for the bench", () =>
    startOwnServices({ folder, fsync: true, database: "secretariat" }),
  );
  remember(note, process.pid);
  const command = [process.execPath, "--import=tsx", "test/bench/main.ts", ...args];
  return runProgram(command, { env: environment });
}
