import { bench } from "./bench.ts";
import { buildAlone } from "./build-alone.ts";
import { checkSources } from "./check.ts";
import { newMigration } from "./new-migration.ts";
import { rights } from "./rights.ts";
import { runProgram, tool } from "./run-program.ts";
import { runTests } from "./run-tests.ts";
import type { Outcome } from "./run-tests.ts";
import { secretsScan } from "./secrets-scan.ts";
import { Advice, explain } from "./step.mjs";
import { bundleTask } from "../bundle/bundle.ts";
import { packageTask } from "../package/package.ts";
import { audit } from "../supply/audit.ts";
import { sbom } from "../supply/sbom.ts";
import { stopAll, stopOnSignals } from "./stopping.ts";
import { testAppliance } from "./test-appliance.ts";
import { verify } from "./verify.ts";

type Args = readonly string[];

/** What `npm run <task>` does; each answers with its exit code. */
const tasks: Readonly<Record<string, (args: Args) => Promise<number> | number>> = {
  test: (args) => tested(() => runTests(args, false)),
  "test:full": (args) => tested(() => runTests(args, true)),
  check: (args) => tested(() => runEverything(args)),
  fix,
  build: () => buildAlone().then(() => 0),
  "test:rights": rights,
  "test:appliance": (args) => tested(() => testAppliance(args)),
  bench,
  verify,
  "secrets-scan": secretsScan,
  sbom,
  audit,
  package: packageTask,
  bundle: bundleTask,
  "new:migration": newMigration,
};

const [name = "", ...args] = process.argv.slice(2);
stopOnSignals(130);
const code = await run();
await stopAll();
process.exit(code);

async function run(): Promise<number> {
  const task = tasks[name];
  try {
    if (!task) {
      throw new Advice(`There is no task ${name}. There are: ${Object.keys(tasks).join(", ")}`);
    }
    return await task(args);
  } catch (error) {
    explain(error);
    return 1;
  }
}

/** Everything is stopped before the closing line, which machines read and so stands last and alone. */
async function tested(work: () => Promise<Outcome>): Promise<number> {
  const { passed, failed } = await work().catch((error: unknown) => {
    explain(error);
    return { passed: 0, failed: 1 };
  });
  await stopAll();
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runEverything(testArgs: Args): Promise<Outcome> {
  const sources = await checkSources();
  const tests = await runTests(testArgs, true).catch((error: unknown) => {
    explain(error);
    return { passed: 0, failed: 1 };
  });
  return { passed: sources.passed + tests.passed, failed: sources.failed + tests.failed };
}

async function fix(): Promise<number> {
  const lint = await runProgram([tool("oxlint"), "--type-aware", "--fix"]);
  const format = await runProgram([tool("prettier"), "--write", "--log-level=warn", "."]);
  return lint || format;
}
