import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Share } from "./matrix.ts";
import type { Options } from "./options.ts";
import { ownDatabase } from "./own-database.ts";
import { report, reportFailures, reportMissing, reportSurvivors, type Result } from "./report.ts";

/** As many processes as the smallest office's machine has processors. */
export const shares = 2;

/** Lets each process try its share in a database of its own; answers with the exit code. */
export async function shareOut({ json }: Options, args: readonly string[]): Promise<number> {
  const numbers = Array.from({ length: shares }, (_, index) => index);
  const found = await Promise.all(numbers.map((share) => runApart(share, args)));
  const [first] = found;
  const { missing, routes, stale } = first ?? { missing: [], routes: 0, stale: [] };
  const failures = found.flatMap((share) => share.failures);
  const mutants = merged(found);
  reportMissing(missing, stale);
  reportFailures(failures);
  reportSurvivors(mutants);
  const killed = [...mutants.values()].filter(Boolean).length;
  const result: Result = {
    cells: found.reduce((sum, { cells }) => sum + cells, 0),
    routes,
    routesCovered: routes - missing.length,
    mutants: mutants.size,
    mutantsKilled: killed,
  };
  report(result, json);
  const faults = failures.length + missing.length + stale.length + mutants.size - killed;
  return faults === 0 ? 0 : 1;
}

/** A check that is asked in both shares is noticed where it is noticed in one. */
function merged(found: readonly Share[]): ReadonlyMap<string, boolean> {
  const mutants = new Map<string, boolean>();
  for (const { isKilled, name } of found.flatMap((share) => share.mutants)) {
    mutants.set(name, isKilled || (mutants.get(name) ?? false));
  }
  return mutants;
}

async function runApart(share: number, args: readonly string[]): Promise<Share> {
  const env = { ...process.env, ...(await ownDatabase(`secretariat_rights_${share}`)) };
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = fork(main, [...args, `--share=${share}`], {
    env,
    execArgv: ["--import=tsx"],
    stdio: ["ignore", 2, 2, "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (found) => resolve(found as Share));
    child.once("exit", (code) => reject(new Error(`A share of the matrix broke off (${code})`)));
  });
}
