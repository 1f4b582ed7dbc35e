import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { compile } from "./compile.ts";
import { buildFolder, root, varFolder } from "./places.ts";
import { recall, remember } from "./processes.ts";
import { step } from "./step.mjs";
import { onStop } from "./stopping.ts";

const sources = ["app", "installer/build.ts", "package-lock.json", "tsconfig.json"];
const stamp = join(buildFolder, ".stamp");
const turn = join(varFolder, "build.process");

/** Builds the product, unless what is built is newer than every source. */
export async function buildWhenChanged(): Promise<void> {
  await waitForOthers();
  const began = new Date();
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newestChange()) {
    return;
  }
  takeTurn();
  await step("Build", compile);
  mkdirSync(buildFolder, { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began); // what changed while we built is built next time
  rmSync(turn, { force: true });
}

/** Two runs that start together must not write the same files. */
async function waitForOthers(): Promise<void> {
  while (recall(turn) !== undefined) {
    await sleep(200);
  }
}

function takeTurn(): void {
  mkdirSync(varFolder, { recursive: true });
  remember(turn, process.pid);
  onStop("build", () => {
    if (recall(turn) === process.pid) {
      rmSync(turn, { force: true });
    }
  });
}

function newestChange(): number {
  const changes = sources
    .map((source) => join(root, source))
    .filter((source) => existsSync(source))
    .flatMap((source) => [source, ...entriesOf(source)])
    .map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...changes);
}

function entriesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) {
    return [];
  }
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
}
