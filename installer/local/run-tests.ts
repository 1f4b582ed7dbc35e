import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildAlone } from "./build-alone.ts";
import { startOwnServices } from "./own-services.ts";
import { root } from "./places.ts";
import { runProgram, tool } from "./run-program.ts";
import { step } from "./step.mjs";
import { ownTestFolder } from "./test-folder.ts";

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Tests ask faster than any person; the limits have a suite of their own. */
const noRates = { SECRETARIAT_REQUESTS_PER_MINUTE: "1000000" };

/** The services outside are played by servers on this machine. */
const outside = { SECRETARIAT_OUTBOUND_TO_LOOPBACK: "true" };

/** What needs a browser, faults or minutes: only `npm run test:full` runs it. */
const slow = ["journeys", "faults", "races", "hostile", "fuzz", "uploads", "rights"];

/** What a command of its own runs: real hosts need root and Debian's mirror. */
const apart = ["appliance"];

/**
 * Runs the tests on servers of their own. Paths and options of mocha may be given. The slow ones, which leave behind
 * what they wrote, come after the others and on other servers.
 */
export async function runTests(args: readonly string[], full: boolean): Promise<Outcome> {
  const paths = args.filter((arg) => existsSync(join(root, arg)));
  const options = args.filter((arg) => !paths.includes(arg));
  if (paths.length > 0) {
    return runOnce([...options, ...paths.map(filesIn)]);
  }
  const left = [...slow, ...apart].flatMap((name) => ["--ignore", `test/${name}/**`]);
  const quick = await runOnce([...options, ...left, filesIn("test")]);
  if (!full) {
    return quick;
  }
  const rest = await runOnce([...options, ...slow.map((name) => filesIn(`test/${name}`))]);
  return { passed: quick.passed + rest.passed, failed: quick.failed + rest.failed };
}

async function runOnce(whatToRun: readonly string[]): Promise<Outcome> {
  const folder = await ownTestFolder();
  const database = "secretariat_test_template";
  const [, environment] = await Promise.all([
    buildAlone(),
    step("Postgres and Redis for the tests", () =>
      startOwnServices({ folder, fsync: false, database }),
    ),
  ]);
  const counts = join(folder, "counts.json");
  const reporter = join(root, "installer/local/counting-reporter.cjs");
  const options = ["--import=tsx", "--exit", "--timeout=10000", `--reporter=${reporter}`];
  const command = [tool("mocha"), ...options, ...whatToRun];
  const code = await runProgram(command, {
    env: {
      SECRETARIAT_LOG_LEVEL: "silent",
      ...noRates,
      ...outside,
      ...environment,
      TEST_COUNTS: counts,
    },
  });
  return outcome(counts, code);
}

export function filesIn(path: string): string {
  return statSync(join(root, path)).isDirectory() ? `${path}/**/*.test.{ts,tsx}` : path;
}

/** A run that broke off, or found no test, is a failure even when no test says so. */
export function outcome(counts: string, code: number): Outcome {
  const { passes, failures } = existsSync(counts)
    ? (JSON.parse(readFileSync(counts, "utf8")) as { passes: number; failures: number })
    : { passes: 0, failures: 0 };
  const brokeOff = failures === 0 && (code !== 0 || passes === 0);
  return { passed: passes, failed: brokeOff ? 1 : failures };
}
