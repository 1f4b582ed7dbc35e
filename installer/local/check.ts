import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.ts";
import { capture, tool } from "./run-program.ts";
import type { Outcome } from "./run-tests.ts";
import { say } from "./step.mjs";

const tasks = join(root, "installer/local/tasks.ts");

const checks = [
  { title: "Types", command: [tool("tsc"), "-p", "."] },
  { title: "Types of the browser's code", command: [tool("tsc"), "-p", "app/browser"] },
  { title: "Lint", command: [tool("oxlint"), "--type-aware"] },
  { title: "Secrets", command: [process.execPath, tasks, "secrets-scan"] },
  { title: "Format", command: [tool("prettier"), "--check", "."] },
];

/** Runs the checks that need no servers; each counts as one test. */
export async function checkSources(): Promise<Outcome> {
  let failed = 0;
  for (const { title, command } of checks.filter(applies)) {
    const began = Date.now();
    const { code, output } = await capture(command);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`  ${code === 0 ? "✓" : "✗"} ${title} (${seconds} s)`);
    if (code !== 0) {
      failed += 1;
      console.log(output.trim());
    }
  }
  return { passed: checks.filter(applies).length - failed, failed };
}

function applies({ command }: { command: readonly string[] }): boolean {
  return !command.includes("app/browser") || existsSync(join(root, "app/browser/tsconfig.json"));
}
