import { until } from "../hosts/index.ts";
import type { Host } from "../hosts/index.ts";
import { medium } from "./carried-host.ts";

/** An installation that stands still within a step; what it had started there goes on. */
export interface Halted {
  /** kill -9 to the program alone, or to everything that it began. */
  kill(whom: "alone" | "all"): Promise<void>;
  /** Lets it go on and waits until it has ended. */
  goOn(): Promise<void>;
}

interface At {
  readonly step: string;
  /** How long into the step, in milliseconds; a step that is over sooner is halted at its very end. */
  readonly after: number;
  /** What is typed after the bundle's `install`, unless it is an installation. */
  readonly typed?: readonly string[];
}

const installing = ["install", "--config", "/root/site.yml"];

/**
 * Begins the installation as an administrator's terminal would and has it stop itself within this step. The program is
 * the one that ships: Node itself is told to load what watches the journal's writing.
 */
export async function beginUntil(host: Host, at: At): Promise<Halted> {
  const { step, after, typed = installing } = at;
  const unit = `installing-${step}-${Date.now()}`; // what a killed one left running keeps the old one loaded
  await host.must("rm -f /root/halted; cat >/root/halt-within.mjs", { input: haltWithin });
  const own = ["KillMode=process", "StandardOutput=append:/root/install.log"];
  const told = ["NODE_OPTIONS=--import=/root/halt-within.mjs", `STEP=${step}`, `AFTER=${after}`];
  const begin = ["systemd-run", "-q", `--unit=${unit}`, ...own.flatMap((it) => ["-p", it])];
  const command = [`${medium}/install`, ...typed, "--yes"];
  await host.must([...begin, ...told.flatMap((it) => ["-E", it]), ...command, "--skip-preflight"]);
  const node = await until({ what: `${step} to begin`, seconds: 600 }, async () => {
    const { output } = await host.run(`cat /root/halted || systemctl is-active ${unit}`);
    if (/inactive|failed/.test(output)) {
      throw new Error(
        `it ended before ${step}: ${await host.must("tail -n 40 /root/install.log")}`,
      );
    }
    return Number(output) || undefined;
  });
  const ended = () =>
    until({ what: "the installation to end", seconds: 600 }, async () =>
      (await host.run(`test -d /proc/${node} || systemctl -q is-active ${unit}`)).code === 0
        ? undefined
        : true,
    );
  return {
    kill: async (whom) => {
      const all = ["systemctl", "kill", "--signal=KILL", unit];
      await host.must(whom === "all" ? all : ["kill", "-9", String(node)]);
      await ended();
    },
    goOn: async () => {
      await host.must(["kill", "-CONT", String(node)]);
      await ended();
    },
  };
}

const haltWithin = `
import { readFileSync, writeFileSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
const { rename } = promises;
const journal = "/var/lib/secretariat/installer/journal.json";
const isNamed = () => JSON.parse(readFileSync(journal, "utf8")).step === process.env.STEP;
let waiting;
function halt() {
  clearTimeout(waiting);
  waiting = undefined;
  writeFileSync("/root/halted", String(process.pid));
  process.kill(process.pid, "SIGSTOP");
}
promises.rename = async (from, to) => {
  if (to === journal && waiting) halt();
  await rename(from, to);
  if (to === journal && isNamed()) waiting = setTimeout(halt, Number(process.env.AFTER));
};
syncBuiltinESMExports();
`;
