import { capture } from "../../host/index.ts";
import { isReady } from "../../steps/until-ready.ts";
import { textOf } from "../../text-of.ts";
import type { Figures } from "../upgrade-machine.ts";

const asksEach = 10;

/** Requests answered and failed, over all web processes, since each was started. */
export async function figuresOf(webProcesses: number): Promise<Figures> {
  const texts = await Promise.all(
    numbers(webProcesses).map((at) => textOf(`http://127.0.0.1:${9180 + at}/metrics`)),
  );
  return texts.map(countIn).reduce((sum, one) => ({
    requests: sum.requests + one.requests,
    failures: sum.failures + one.failures,
  }));
}

/** Counts what the processes tell of themselves. */
export function countIn(metrics: string): Figures {
  const counts = [...metrics.matchAll(/^secretariat_request_seconds_count\{([^}]*)\} (\d+)/gm)];
  const sum = (found: typeof counts): number =>
    found.reduce((total, [, , count]) => total + Number(count), 0);
  return {
    requests: sum(counts),
    failures: sum(counts.filter(([, labels = ""]) => /status="5\d\d"/.test(labels))),
  };
}

/** Asks each process for a page a few times, so that there is something to count when the office is asleep. */
export async function ailing(webProcesses: number): Promise<string | undefined> {
  for (const at of numbers(webProcesses)) {
    const unit = `secretariat-web@${at}.service`;
    if ((await capture(["systemctl", "is-active", "--quiet", unit])).code !== 0) {
      return `${unit} is not running`;
    }
    if (!(await isReady(9180 + at))) {
      return `${unit} is not ready`;
    }
    await Promise.all(
      Array.from({ length: asksEach }, () => textOf(`http://127.0.0.1:${8080 + at}/sign-in`)),
    );
  }
  return undefined;
}

function numbers(most: number): readonly number[] {
  return Array.from({ length: most }, (_, at) => at + 1);
}
