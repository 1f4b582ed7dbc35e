import { buildAlone } from "./build-alone.ts";
import { startOwnServices } from "./own-services.ts";
import { runProgram } from "./run-program.ts";
import { step } from "./step.mjs";
import { ownTestFolder } from "./test-folder.ts";

/** Tries every right of every route for everyone who may ask, on servers of its own. */
export async function rights(args: readonly string[]): Promise<number> {
  const folder = await ownTestFolder();
  const database = "secretariat_rights";
  await buildAlone();
  const environment = await step("Postgres and Redis for the rights", () =>
    startOwnServices({ folder, fsync: false, database }),
  );
  return runProgram([process.execPath, "--import=tsx", "test/rights/main.ts", ...args], {
    env: environment,
  });
}
