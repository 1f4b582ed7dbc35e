import { capture } from "../local/run-program.ts";
import { say } from "../local/step.mjs";

interface Report {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly error?: { readonly summary?: string };
  readonly message?: string;
}

/**
 * Asks the registry which of the product's packages have known weaknesses. 0: none, 1: some, 2: the registry
 * does not answer this question, which is no good news.
 */
export async function audit(): Promise<number> {
  const { output } = await capture(["npm", "audit", "--omit=dev", "--json"]);
  const json = /\{[^]*\}/.exec(output)?.[0] ?? "{}";
  const report = JSON.parse(json) as Report;
  const found = report.metadata?.vulnerabilities;
  if (!found) {
    say(`  The registry did not answer: ${report.message ?? report.error?.summary ?? "no reason"}`);
    return 2;
  }
  const total = Object.values(found).reduce((sum, each) => sum + each, 0) - (found["total"] ?? 0);
  say(`  Known weaknesses in the product's packages: ${total}`);
  if (total > 0) {
    say(output);
  }
  return total === 0 ? 0 : 1;
}
