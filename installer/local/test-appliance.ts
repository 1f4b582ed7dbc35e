import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.ts";
import { runProgram, tool } from "./run-program.ts";
import { filesIn, outcome } from "./run-tests.ts";
import type { Outcome } from "./run-tests.ts";
import { Advice } from "./step.mjs";
import { ownTestFolder } from "./test-folder.ts";

/** Proves the appliance on real hosts with systemd, which are made here and of which nothing stays. */
export async function testAppliance(args: readonly string[]): Promise<Outcome> {
  if (process.getuid?.() !== 0) {
    throw new Advice(
      "The tests of the appliance start real hosts, and only root may make their namespaces, mounts and control groups. Run as root: npm run test:appliance",
    );
  }
  const counts = join(await ownTestFolder(), "counts.json");
  const lost = args.find((arg) => arg.startsWith("test/") && !existsSync(join(root, arg)));
  if (lost !== undefined) {
    throw new Error(`There is no ${lost}`); // all of them take two hours
  }
  const given = args.filter((arg) => existsSync(join(root, arg)));
  const paths = given.length > 0 ? given : ["test/appliance"];
  const options = ["--import=tsx", "--exit", "--timeout=60000"];
  const reporter = `--reporter=${join(root, "installer/local/counting-reporter.cjs")}`;
  const hooks = `--require=${join(root, "test/appliance/hosts/hooks.ts")}`;
  const others = args.filter((arg) => !paths.includes(arg));
  const command = [tool("mocha"), ...options, reporter, hooks, ...others, ...paths.map(filesIn)];
  const code = await runProgram(command, { env: { TEST_COUNTS: counts } });
  await runProgram([process.execPath, "--import=tsx", "test/appliance/hosts/sweep.ts"]);
  return outcome(counts, code);
}
