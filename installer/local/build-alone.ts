import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stop as stopBundler } from "esbuild";
import { build } from "../build.ts";
import { varFolder } from "./places.ts";
import { recall, remember } from "./processes.ts";
import { step } from "./step.mjs";
import { onStop } from "./stopping.ts";

const turn = join(varFolder, "build.process");

/** Builds what changed; runs that begin together take turns, since they write the same files. */
export async function buildAlone(): Promise<void> {
  while (recall(turn) !== undefined) {
    await sleep(200);
  }
  mkdirSync(varFolder, { recursive: true });
  remember(turn, process.pid);
  onStop("build", endTurn);
  await step("Build", build);
  await stopBundler(); // it would stay in memory as long as we do
  endTurn();
}

function endTurn(): void {
  if (recall(turn) === process.pid) {
    rmSync(turn, { force: true });
  }
}
