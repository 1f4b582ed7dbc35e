import { capture } from "../../host/index.ts";
import type { Process } from "../../steps/services.ts";
import { isReady } from "../../steps/until-ready.ts";
import { textOf } from "../../text-of.ts";
import type { Figures } from "../upgrade-machine.ts";
import { answersPeople, type Asker } from "./answers-people.ts";

/** Over all processes, since each was started. */
export async function figuresOf(processes: readonly Process[]): Promise<Figures> {
  const asked = processes.map(({ port }) => textOf(`http://127.0.0.1:${port}/metrics`));
  return countIn((await Promise.all(asked)).join("\n"));
}

/** Adds up what the processes tell of themselves. */
export function countIn(metrics: string): Figures {
  const all = metrics.matchAll(/^secretariat_request_seconds_(count|bucket)\{([^}]*)\} (\d+)/gm);
  const within: Record<string, number> = {};
  const told = { requests: 0, failures: 0, pages: 0 };
  for (const [, kind, labels = "", text] of all) {
    const count = Number(text);
    const bound = /\ble="([\d.]+)"/.exec(labels)?.[1];
    const isPage = labels.includes('method="GET"');
    if (kind === "count") {
      told.requests += count;
      told.pages += isPage ? count : 0;
      told.failures += /status="5\d\d"/.test(labels) ? count : 0;
    } else if (bound !== undefined && isPage) {
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

/** What is wrong with one of the processes, in a sentence. */
export async function ailing(
  processes: readonly Process[],
  office: Asker,
): Promise<string | undefined> {
  const found = await Promise.all(processes.map((process) => ailmentOf(process, office)));
  return found.find((sentence) => sentence !== undefined);
}

/** Readiness is told by another server in a process than the one that people reach: both are asked. */
async function ailmentOf(
  { unit, port, serves }: Process,
  office: Asker,
): Promise<string | undefined> {
  const asked = ["--property=ActiveState", "--property=NRestarts"];
  const { output } = await capture(["systemctl", "show", ...asked, unit]);
  if (!output.includes("ActiveState=active\n")) {
    return `${unit} is not running`;
  }
  if (!output.includes("NRestarts=0\n")) {
    return `${unit} ended by itself and was started again`; // a start by order counts anew
  }
  if (!(await isReady(port))) {
    return `${unit} is not ready`;
  }
  const isSilent = serves !== undefined && !(await answersPeople(serves, office));
  return isSilent ? `${unit} is ready, and does not answer` : undefined;
}
