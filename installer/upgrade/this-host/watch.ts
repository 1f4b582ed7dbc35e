import { capture } from "../../host/index.ts";
import { isReady } from "../../steps/until-ready.ts";
import { textOf } from "../../text-of.ts";
import type { Figures } from "../upgrade-machine.ts";

const asksEach = 10;

/** Over all web processes, since each was started. */
export async function figuresOf(webProcesses: number): Promise<Figures> {
  const texts = await Promise.all(
    numbers(webProcesses).map((at) => textOf(`http://127.0.0.1:${9180 + at}/metrics`)),
  );
  return countIn(texts.join("\n"));
}

/** Adds up what the processes tell of themselves. */
export function countIn(metrics: string): Figures {
  const all = metrics.matchAll(/^secretariat_request_seconds_(count|bucket)\{([^}]*)\} (\d+)/gm);
  const within: Record<string, number> = {};
  const told = { requests: 0, failures: 0 };
  for (const [, kind, labels = "", text] of all) {
    const count = Number(text);
    const bound = /\ble="([\d.]+)"/.exec(labels)?.[1];
    if (kind === "count") {
      told.requests += count;
      told.failures += /status="5\d\d"/.test(labels) ? count : 0;
    } else if (bound !== undefined) {
      within[bound] = (within[bound] ?? 0) + count;
    }
  }
  const ages = metrics.matchAll(/^secretariat_oldest_delivery_seconds (\S+)/gm);
  return {
    ...told,
    within,
    oldestDelivery: Math.max(0, ...[...ages].map(([, age]) => Number(age))),
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
