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
  const report = JSON.parse(/\{[^]*\}/.exec(output)?.[0] ?? "{}") as Report;
  if (!report.metadata) {
    say(`  The registry did not answer: ${reasonOf(report)}`);
    return 2;
  }
  const { total: _total, ...byWeight } = report.metadata.vulnerabilities;
  const found = Object.values(byWeight).reduce((sum, each) => sum + each, 0);
  say(`  Known weaknesses in the product's packages: ${found}`);
  if (found > 0) {
    say(output);
  }
  return found === 0 ? 0 : 1;
}

function reasonOf({ message, error }: Report): string {
  return message ?? error?.summary ?? "no reason";
}
